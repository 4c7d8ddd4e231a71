namespace Hotline.Migrate.Scratch;

/// <summary>How big a database may be to be copied.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="WayOut">How to lift the limit, for people.</param>
internal sealed record CopyLimit(long Bytes, string WayOut);
