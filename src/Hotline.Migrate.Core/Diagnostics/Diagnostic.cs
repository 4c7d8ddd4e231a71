namespace Hotline.Migrate.Diagnostics;

/// <summary>Something that a person must know or act on: what is wrong, where, why and what to do next.</summary>
public sealed record Diagnostic
{
    /// <summary>The HM code, as <see cref="DiagnosticCodes"/> and the docs list it.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>How bad it is.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>What led to it, or what the server said about it; several lines at most.</summary>
    public string? Why { get; init; }

    /// <summary>The place it is about.</summary>
    public SourceLocation? Where { get; init; }

    /// <summary>The SQLSTATE, where PostgreSQL reported it.</summary>
    public string? SqlState { get; init; }

    /// <summary>What to do next: commands or edits, the best one first.</summary>
    public IReadOnlyList<string> NextActions { get; init; } = [];
}
