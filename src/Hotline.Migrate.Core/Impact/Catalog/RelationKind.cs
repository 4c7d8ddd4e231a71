namespace Hotline.Migrate.Impact.Catalog;

/// <summary>Kinds of relations that behave differently when they are locked.</summary>
public enum RelationKind
{
    /// <summary>A table with rows of its own.</summary>
    Table,

    /// <summary>A partitioned table, whose rows are in its partitions.</summary>
    PartitionedTable,

    /// <summary>An index.</summary>
    Index,

    /// <summary>A materialized view.</summary>
    MaterializedView,

    /// <summary>A view, a sequence or a foreign table: no rows in this database's hands.</summary>
    Other,
}
