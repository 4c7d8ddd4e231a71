namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>The command line of <c>drift</c>.</summary>
/// <param name="Action">What to tell.</param>
/// <param name="Renames">What was renamed in the database: <c>old=new</c>.</param>
/// <param name="Drops">What was not renamed, but dropped.</param>
/// <param name="ScratchUrl">The server for the scratch databases.</param>
/// <param name="Assembly">The assembly with the C# data migrations.</param>
internal sealed record DriftOptions(
    DriftAction Action, IReadOnlyList<string> Renames, IReadOnlyList<string> Drops, string? ScratchUrl, string? Assembly);
