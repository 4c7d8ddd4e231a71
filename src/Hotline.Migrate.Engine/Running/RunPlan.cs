using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Running;

/// <summary>What a run does, in order.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Warnings">What to know about them.</param>
public sealed record RunPlan(EquatableArray<PlannedChange> Changes, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Nothing to do.</summary>
    public static RunPlan Empty { get; } = new([], []);

    /// <summary>The heads of a database with <paramref name="history"/> when the plan is carried out.</summary>
    internal IReadOnlyList<string> HeadsAfter(DatabaseHistory history)
    {
        var applied = new OrderedDictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var row in history.Applied)
        {
            applied[row.Revision] = row.Parents;
        }

        foreach (var change in Changes)
        {
            switch (change)
            {
                case PlannedChange.Upgrade or PlannedChange.Stamp or PlannedChange.Seal:
                    applied[change.Revision] = change.Parents;
                    break;
                default:
                    applied.Remove(change.Revision);
                    break;
            }
        }

        var parents = applied.Values.SelectMany(p => p).ToHashSet(StringComparer.Ordinal);
        return [.. applied.Keys.Where(revision => !parents.Contains(revision))];
    }
}
