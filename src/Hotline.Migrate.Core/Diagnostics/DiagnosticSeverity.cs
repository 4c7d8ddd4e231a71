namespace Hotline.Migrate.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Worth a look; the command goes on.</summary>
    Warning,

    /// <summary>The command cannot go on, or found what it looked for.</summary>
    Error,
}
