using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Revisions;

/// <summary>What the graph needs of a migration.</summary>
public static class MigrationExtensions
{
    /// <summary>The migration's place in the graph.</summary>
    public static RevisionNode ToRevisionNode(this Migration migration) =>
        new(migration.Revision, migration.Parents, migration.DependsOn, migration.Labels, migration.Path) { Created = migration.Created };

    /// <summary>The graph of the migrations.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">They do not make a graph; every reason is in it.</exception>
    public static RevisionGraph ToRevisionGraph(this IEnumerable<Migration> migrations) =>
        RevisionGraph.Build(migrations.Select(m => m.ToRevisionNode()));
}
