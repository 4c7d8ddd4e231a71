using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Snapshots;

/// <summary>Takes away what a model says for the next diff only.</summary>
public static class SnapshotHints
{
    /// <summary><paramref name="schema"/> without renames and backfills.</summary>
    public static DatabaseSchema Strip(DatabaseSchema schema) => DatabaseSchema.Of(schema.Objects.Select(Strip));

    /// <summary><paramref name="schemaObject"/> without renames and backfills.</summary>
    public static SchemaObject Strip(SchemaObject schemaObject) => schemaObject switch
    {
        Table table => table with
        {
            RenamedFrom = null,
            Columns = table.Columns.Select(c => c with { RenamedFrom = null, Backfill = null }).ToEquatableArray(),
        },
        EnumType type => type with { RenamedFrom = null, RenamedLabels = [] },
        Domain domain => domain with { RenamedFrom = null },
        CompositeType composite => composite with { RenamedFrom = null },
        _ => schemaObject,
    };
}
