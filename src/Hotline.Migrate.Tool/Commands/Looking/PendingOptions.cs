namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>The command line of <c>pending</c>.</summary>
/// <param name="ExitCode">Whether pending migrations make the exit code 3.</param>
internal sealed record PendingOptions(bool ExitCode);
