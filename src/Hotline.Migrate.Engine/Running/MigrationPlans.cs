using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Decides what a run does, from what the project and the database have. Pure: it looks at nothing else.</summary>
public static class MigrationPlans
{
    /// <summary>What brings a database to <paramref name="selectors"/>; <c>head</c> when there is none.</summary>
    /// <exception cref="DiagnosticException">The history and the files do not fit, a draft is in the way, or a selector is wrong.</exception>
    public static RunPlan Upgrade(
        MigrationSet set, DatabaseHistory history, IReadOnlyList<string> selectors, RunnerOptions options)
    {
        var drafts = DraftPlan.Make(set, history, options);
        var undone = drafts.Undo.Select(d => d.Revision).ToHashSet(StringComparer.Ordinal);
        AppliedRevision[] stay = [.. history.Applied.Where(row => !undone.Contains(row.Revision))];
        HistoryChecks.EnsureUnedited(set, stay);

        var unknown = set.Graph.Unknown(stay.Select(row => row.Revision)).ToHashSet(StringComparer.Ordinal);
        var plan = unknown.Count > 0 && !options.AllowNewerDatabase
            ? throw HistoryChecks.Missing(unknown, history)
            : set.Graph.PlanUpgrade(stay.Select(row => row.Revision).Where(r => !unknown.Contains(r)), selectors);
        var migrations = MigrationFolder.ReadBodies([.. plan.Steps.Select(node => set.Find(node.Id)!)], CancellationToken.None);
        if (unknown.Count > 0 && migrations.Count > 0)
        {
            throw HistoryChecks.Missing(unknown, history);
        }

        HistoryChecks.EnsureNoDraft(migrations, options);
        return new RunPlan(
            [.. drafts.Undo, .. drafts.Seal, .. migrations.Select(m => new PlannedChange.Upgrade(m))],
            [
                .. plan.Notices,
                .. drafts.Warnings,
                .. migrations.Where(m => m is { IsDraft: false, IsEdited: true }).Select(HistoryChecks.EditedAfterSealing),
            ]);
    }

    /// <summary>Warnings of the files that were edited after they were applied, for which an upgrade would refuse.</summary>
    public static IReadOnlyList<Diagnostic> EditedAfterwards(MigrationSet set, DatabaseHistory history) =>
        [.. HistoryChecks.Edited(set, history.Applied).Select(edited => edited with { Severity = DiagnosticSeverity.Warning })];

    /// <summary>What takes a database back to <paramref name="selector"/>, with the texts that its history keeps.</summary>
    /// <exception cref="DiagnosticException">The selector is wrong, or does not go back.</exception>
    public static RunPlan Downgrade(MigrationSet set, DatabaseHistory history, string selector)
    {
        var plan = set.GraphWith(history).PlanDowngrade(history.Applied.Select(row => row.Revision), selector);
        var warnings = new List<Diagnostic>(plan.Notices);
        PlannedChange[] changes =
            [.. plan.Steps.Select(node => WayBack.Of(history.Find(node.Id)!, set.Find(node.Id), warnings))];
        return new RunPlan([.. changes], warnings);
    }

    /// <summary>What makes the history say that a database is at <paramref name="selectors"/>; no migration runs.</summary>
    /// <param name="set">The project's migrations.</param>
    /// <param name="history">What the database has.</param>
    /// <param name="selectors">Where it is said to be.</param>
    /// <param name="purge">Whether all else is forgotten, revisions that the folder lacks included.</param>
    /// <param name="options">The options of the run.</param>
    /// <exception cref="DiagnosticException">A selector is wrong, or the history has revisions that the folder lacks.</exception>
    public static RunPlan Stamp(
        MigrationSet set, DatabaseHistory history, IReadOnlyList<string> selectors, bool purge, RunnerOptions options)
    {
        var plan = set.Graph.PlanStamp(history.Applied.Select(row => row.Revision), selectors, purge);
        Migration[] added = [.. plan.Add.Select(node => set.Find(node.Id)!)];
        HistoryChecks.EnsureNoDraft(added, options);
        return new RunPlan(
            [
                .. plan.Remove.Select(id => new PlannedChange.Unstamp(history.Find(id)!)),
                .. added.Select(m => new PlannedChange.Stamp(m)),
            ],
            []);
    }
}
