namespace Hotline.Migrate.Verifying;

/// <summary>A step of a proof that begins.</summary>
/// <param name="Name"><c>replay</c>, <c>upgrade</c>, <c>model</c>, <c>downgrade</c>, <c>again</c> or <c>rows</c>.</param>
/// <param name="Revision">The revision it is about, if it is about one.</param>
/// <param name="Number">Which one it is, from 1.</param>
/// <param name="Total">How many there are of its name.</param>
public sealed record VerifyStep(string Name, string? Revision, int Number, int Total);
