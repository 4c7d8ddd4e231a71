namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>How first migrations are proven.</summary>
/// <param name="Skip">Whether they are not.</param>
/// <param name="ScratchUrl">The server for the scratch database; <c>null</c> for the database's own.</param>
internal sealed record ProofOptions(bool Skip, string? ScratchUrl);
