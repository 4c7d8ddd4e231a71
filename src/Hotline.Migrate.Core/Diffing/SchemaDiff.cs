using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Diffing;

/// <summary>What leads from one schema to another, and back.</summary>
/// <remarks>
/// While a question is open, no operation drops what it asks about; a draft must not be written then.
/// </remarks>
public sealed record SchemaDiff
{
    /// <summary>The operations of the upgrade, in the order in which they run.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];

    /// <summary>The operations of the downgrade, in the order in which they run.</summary>
    public IReadOnlyList<Operation> Reverse { get; init; } = [];

    /// <summary>What is wrong or unclear, each with the object it is about.</summary>
    public IReadOnlyList<DiffFinding> Findings { get; init; } = [];

    /// <summary>Possible renames that nobody has confirmed or denied.</summary>
    public IReadOnlyList<RenameQuestion> Questions { get; init; } = [];

    /// <summary>The findings as diagnostics. The questions are among them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. Findings.Select(f => f.Diagnostic)];

    /// <summary>What the upgrade destroys, in the order of the operations.</summary>
    public IReadOnlyList<DataLoss> Losses => [.. Operations.Select(o => o.Loss).OfType<DataLoss>()];

    /// <summary>How far the downgrade goes back: as far as its weakest operation.</summary>
    public Reversibility Reversibility =>
        Operations.Count == 0 ? Reversibility.Lossless : Operations.Max(o => o.Reversibility);

    /// <summary>Whether the schemas are the same as far as SQL goes.</summary>
    public bool IsEmpty => Operations.Count == 0 && Questions.Count == 0;

    /// <summary>Whether a finding or an open question forbids to write a migration.</summary>
    public bool HasErrors =>
        Questions.Count > 0 || Findings.Any(f => f.Diagnostic.Severity == DiagnosticSeverity.Error);
}
