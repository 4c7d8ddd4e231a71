using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Rehearsing;

/// <summary>What a rehearsal showed.</summary>
/// <param name="Way">What it ran on.</param>
/// <param name="Reason">Why it ran on that, in a sentence.</param>
/// <param name="From">The heads that the database is at.</param>
/// <param name="To">The heads that the copy is at.</param>
/// <param name="Changes">The changes that were made, in order.</param>
/// <param name="Warnings">What to know.</param>
/// <param name="Elapsed">How long the run took, without making the copy.</param>
/// <param name="Copying">How long making the copy took.</param>
public sealed record RehearsalResult(
    RehearsalWay Way,
    string Reason,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<RehearsedChange> Changes,
    IReadOnlyList<Diagnostic> Warnings,
    TimeSpan Elapsed,
    TimeSpan Copying);
