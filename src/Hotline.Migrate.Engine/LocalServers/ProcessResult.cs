namespace Hotline.Migrate.LocalServers;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>What it said, errors first, for a diagnostic.</summary>
    public string Text => string.Join('\n', new[] { Errors.Trim(), Output.Trim() }.Where(t => t.Length > 0));
}
