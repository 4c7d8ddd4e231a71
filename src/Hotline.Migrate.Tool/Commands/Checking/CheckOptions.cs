namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>The command line of <c>check</c>.</summary>
/// <param name="NoBuild">Whether to take the model that the last build left.</param>
internal sealed record CheckOptions(bool NoBuild);
