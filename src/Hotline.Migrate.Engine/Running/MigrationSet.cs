using System.Collections.Frozen;
using Hotline.Migrate.Files;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Running;

/// <summary>The migrations that a project has, and their graph.</summary>
public sealed class MigrationSet
{
    private readonly FrozenDictionary<string, Migration> byRevision;

    private MigrationSet(IReadOnlyList<Migration> migrations)
    {
        Migrations = migrations;
        Graph = migrations.ToRevisionGraph();
        byRevision = migrations.ToFrozenDictionary(m => m.Revision, StringComparer.Ordinal);
    }

    /// <summary>The migrations.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>How they stand on each other.</summary>
    public RevisionGraph Graph { get; }

    /// <summary>Makes a set.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">They do not make a graph.</exception>
    public static MigrationSet Of(IEnumerable<Migration> migrations) => new([.. migrations]);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">The folder is missing, a file cannot be read, or they do not make a graph.</exception>
    public static MigrationSet Load(string folder, CancellationToken cancellationToken = default) =>
        new(MigrationFolder.Load(folder, cancellationToken));

    /// <summary>The migration of exactly this revision, or <c>null</c>.</summary>
    public Migration? Find(string revision) => byRevision.GetValueOrDefault(revision);

    /// <summary>The graph with the revisions that only <paramref name="history"/> knows, so that they can be named and undone.</summary>
    public RevisionGraph GraphWith(DatabaseHistory history)
    {
        var unknown = history.Applied.Where(row => Find(row.Revision) is null).ToList();
        return unknown is [] ? Graph : Graph.With(unknown.Select(row => new RevisionNode(
            row.Revision,
            Known(row.Parents, history),
            Known(row.DependsOn, history))
        { Created = row.AppliedAt }));
    }

    // A row may name revisions that were taken out of the history and of the folder.
    private EquatableArray<string> Known(EquatableArray<string> revisions, DatabaseHistory history) =>
        [.. revisions.Where(r => Find(r) is not null || history.Contains(r))];
}
