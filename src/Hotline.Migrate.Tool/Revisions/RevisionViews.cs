using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing;

namespace Hotline.Migrate.Tool.Revisions;

/// <summary>Makes views of revisions, from the files and from what a database knows.</summary>
internal sealed class RevisionViews
{
    private readonly MigrationSet set;
    private readonly DatabaseHistory? history;
    private readonly HashSet<string> heads;
    private readonly HashSet<string> branchPoints;
    private readonly HashSet<string> current;
    private readonly IReadOnlyList<HalfDone> halfDone;

    public RevisionViews(MigrationSet set, DatabaseHistory? history)
    {
        this.set = set;
        this.history = history;
        heads = [.. set.Graph.Heads.Select(n => n.Id)];
        branchPoints = [.. set.Graph.BranchPoints.Select(n => n.Id)];
        halfDone = history is null ? [] : HalfDone.AllOf(set, history);
        current = history is null ? [] : [.. set.GraphWith(history).Current(history.Applied.Select(a => a.Revision))];
    }

    /// <summary>The view of a revision that the folder or the database knows.</summary>
    public RevisionView Of(string revision)
    {
        var row = history?.Find(revision);
        return set.Find(revision) is { } migration ? Of(migration, row) : Of(row!);
    }

    private static double? Elapsed(AppliedRevision? row) => row?.Duration.TotalMilliseconds;

    private RevisionView Of(Migration migration, AppliedRevision? row) => new()
    {
        Revision = migration.Revision,
        Message = migration.Message,
        Parents = [.. migration.Parents],
        DependsOn = [.. migration.DependsOn],
        Labels = [.. migration.Labels],
        Tags = [.. Tags(migration)],
        Path = Paths.ForDisplay(migration.Path),
        Created = migration.Created?.UtcDateTime,
        Applied = history is null ? null : row is not null,
        HalfDone = HalfDoneOf(migration.Revision),
        AppliedAt = row?.AppliedAt.UtcDateTime,
        AppliedBy = row?.AppliedBy,
        ElapsedMs = Elapsed(row),
    };

    private RevisionView Of(AppliedRevision row) => new()
    {
        Revision = row.Revision,
        Message = row.Message,
        Parents = [.. row.Parents],
        DependsOn = [.. row.DependsOn],
        Labels = [],
        Tags = [.. current.Contains(row.Revision) ? ["current"] : Array.Empty<string>(), "no file", .. HalfDoneOf(row.Revision) is null ? Array.Empty<string>() : ["half done"]],
        Applied = true,
        HalfDone = HalfDoneOf(row.Revision),
        AppliedAt = row.AppliedAt.UtcDateTime,
        AppliedBy = row.AppliedBy,
        ElapsedMs = Elapsed(row),
    };

    private HalfDone? HalfDoneOf(string revision) => halfDone.FirstOrDefault(half => half.Revision == revision);

    private IEnumerable<string> Tags(Migration migration)
    {
        var id = migration.Revision;
        (bool Is, string Tag)[] tags =
        [
            (heads.Contains(id), "head"),
            (current.Contains(id), "current"),
            (migration.Parents.IsEmpty, "base"),
            (migration.Parents.Count > 1, "merge"),
            (branchPoints.Contains(id), "branchpoint"),
            (migration.IsDraft, "draft"),
            (migration is { IsDraft: false, IsEdited: true }, "edited"),
            (HalfDoneOf(id) is not null, "half done"),
        ];
        return tags.Where(t => t.Is).Select(t => t.Tag);
    }
}
