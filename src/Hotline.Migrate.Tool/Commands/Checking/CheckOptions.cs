namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>The command line of <c>check</c>.</summary>
/// <param name="NoBuild">Whether to take the model that the last build left.</param>
/// <param name="Database">Whether the database is checked, too.</param>
/// <param name="ScratchUrl">The server for the replay of its revisions.</param>
internal sealed record CheckOptions(bool NoBuild, bool Database, string? ScratchUrl);
