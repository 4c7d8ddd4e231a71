using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Running;

/// <summary>What a run does, in order.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Warnings">What to know about them.</param>
public sealed record RunPlan(EquatableArray<PlannedChange> Changes, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Nothing to do.</summary>
    public static RunPlan Empty { get; } = new([], []);
}
