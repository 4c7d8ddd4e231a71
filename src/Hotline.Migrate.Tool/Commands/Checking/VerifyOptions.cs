namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>The command line of <c>verify</c>.</summary>
/// <param name="PendingOnly">Whether only what the database lacks is proven.</param>
/// <param name="NoBuild">Whether to take the model that the last build left.</param>
/// <param name="ScratchUrl">The server for the scratch databases.</param>
/// <param name="Assembly">The assembly with the C# data migrations.</param>
/// <param name="Rows">Whether rows have to survive, too.</param>
internal sealed record VerifyOptions(bool PendingOnly, bool NoBuild, string? ScratchUrl, string? Assembly, bool Rows);
