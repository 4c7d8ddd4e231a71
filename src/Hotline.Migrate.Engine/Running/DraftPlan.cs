using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Running;

/// <summary>What is to be done about applied drafts before an upgrade.</summary>
/// <param name="Undo">Applied drafts that are out of date, the newest first.</param>
/// <param name="Seal">Applied drafts that were sealed as they are.</param>
/// <param name="Warnings">What to know.</param>
internal sealed record DraftPlan(
    IReadOnlyList<PlannedChange.Downgrade> Undo, IReadOnlyList<PlannedChange.Seal> Seal, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Compares the applied drafts with the files.</summary>
    /// <exception cref="DiagnosticException">One is out of date and may not, or cannot, be undone.</exception>
    public static DraftPlan Make(MigrationSet set, DatabaseHistory history, RunnerOptions options)
    {
        if (!history.Applied.Any(row => row.IsDraft))
        {
            return new([], [], []);
        }

        List<PlannedChange.Seal> seal = [];
        List<string> outdated = [];
        foreach (var row in history.Applied.Where(row => row.IsDraft))
        {
            switch (set.Find(row.Revision))
            {
                case { IsDraft: true } draft when draft.ContentHash == row.Hash:
                    break;
                case { IsDraft: false } file when KeptText.Same(KeptText.Of(file.Upgrade), row.UpgradeText ?? ""):
                    seal.Add(new PlannedChange.Seal(file));
                    break;
                default:
                    outdated.Add(row.Revision);
                    break;
            }
        }

        var warnings = new List<Diagnostic>();
        return outdated is []
            ? new([], seal, [])
            : new([.. Undone(set.GraphWith(history), history, outdated, options).Select(row => WayBack.Of(row, null, warnings))], seal, warnings);
    }

    private static AppliedRevision[] Undone(
        RevisionGraph graph, DatabaseHistory history, List<string> outdated, RunnerOptions options)
    {
        if (!options.AllowDrafts)
        {
            throw Refusal(outdated[0], "The database has a draft that was changed since, and drafts are undone in development databases only.");
        }

        var all = graph.WithDependents(outdated).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        AppliedRevision[] rows = [.. history.Applied.Where(row => all.Contains(row.Revision)).Reverse()];
        return rows.FirstOrDefault(row => !row.IsDraft) is { } onTop
            ? throw Refusal(outdated[0], $"A draft was changed after it was applied, and {onTop.Revision} was applied on top of it.")
            : rows;
    }

    private static DiagnosticException Refusal(string revision, string summary) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.DraftNotAllowed,
        Summary = $"{summary} Nothing was changed.",
        Why = $"It is about revision {revision}.",
        NextActions =
        [
            $"Undo it: dotnet hotline-migrate downgrade {revision}-1",
            $"Or accept the database as it is: dotnet hotline-migrate repair {revision} --accept",
        ],
    });
}
