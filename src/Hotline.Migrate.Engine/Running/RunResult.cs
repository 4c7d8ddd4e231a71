using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>What a run did.</summary>
/// <param name="From">The heads that the database was at.</param>
/// <param name="To">The heads that it is at.</param>
/// <param name="Changes">What was done, in order; empty when there was nothing to do.</param>
/// <param name="Warnings">What to know.</param>
/// <param name="Elapsed">How long it took, waiting for the lock included.</param>
public sealed record RunResult(
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<FinishedChange> Changes,
    IReadOnlyList<Diagnostic> Warnings,
    TimeSpan Elapsed);
