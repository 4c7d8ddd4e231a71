namespace Hotline.Migrate.Tool.Programs;

/// <summary>How another program ended.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error);
