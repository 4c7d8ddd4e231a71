using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>What is not as it must be before a commit.</summary>
/// <param name="Findings">The findings, errors and warnings.</param>
/// <param name="MigrationCount">How many migrations were looked at.</param>
/// <param name="ModelCompared">Whether the model was compared; not where there is no project.</param>
internal sealed record CheckOutcome(IReadOnlyList<Diagnostic> Findings, int MigrationCount, bool ModelCompared)
{
    /// <summary>Whether no finding is an error.</summary>
    public bool IsClean => Findings.All(f => f.Severity != DiagnosticSeverity.Error);
}
