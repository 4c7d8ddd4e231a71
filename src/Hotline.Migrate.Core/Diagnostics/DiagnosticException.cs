namespace Hotline.Migrate.Diagnostics;

/// <summary>Ends an operation with diagnostics for the person who must act.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Ends the operation for one reason.</summary>
    public DiagnosticException(FailureKind kind, Diagnostic diagnostic, Exception? innerException = null)
        : this(kind, [diagnostic], innerException)
    {
    }

    /// <summary>Ends the operation for several reasons, the first being the one to name.</summary>
    public DiagnosticException(FailureKind kind, IReadOnlyList<Diagnostic> diagnostics, Exception? innerException = null)
        : base(Text(diagnostics), innerException)
    {
        Kind = kind;
        Diagnostics = diagnostics;
    }

    /// <summary>Which kind of failure it is; the tool's exit code follows from it.</summary>
    public FailureKind Kind { get; }

    /// <summary>The reasons; at least one.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Text(IReadOnlyList<Diagnostic> diagnostics) =>
        string.Join(Environment.NewLine, diagnostics.Select(d => $"{d.Code}: {d.Summary}"));
}
