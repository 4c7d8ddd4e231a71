namespace Hotline.Migrate.Impact.Catalog;

/// <summary>What the catalog says of a relation.</summary>
/// <param name="Name">Its name, with its schema.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its size on disk, with indexes and what is stored out of line; of a partitioned table that of all partitions.</param>
/// <param name="Rows">About how many rows it has; <c>-1</c> where it was never analyzed.</param>
public sealed record RelationFacts(RelationName Name, RelationKind Kind, long Bytes, long Rows)
{
    /// <summary>For an index, its table; for a partition, the table that it is part of.</summary>
    public RelationName? Parent { get; init; }

    /// <summary>The partitions at all levels.</summary>
    public IReadOnlyList<RelationName> Partitions { get; init; } = [];

    /// <summary>The partition for what fits nowhere else.</summary>
    public RelationName? DefaultPartition { get; init; }

    /// <summary>The tables whose foreign keys point to it.</summary>
    public IReadOnlyList<RelationName> ReferencedBy { get; init; } = [];

    /// <summary>Its constraints.</summary>
    public IReadOnlyList<ConstraintFacts> Constraints { get; init; } = [];

    /// <summary>Its columns by name.</summary>
    public IReadOnlyDictionary<string, ColumnFacts> Columns { get; init; } = new Dictionary<string, ColumnFacts>();

    /// <summary>Whether it has an index.</summary>
    public bool HasIndexes { get; init; }

    /// <summary>Whether it has an index with a condition or of an expression, which every change of a type builds anew.</summary>
    public bool HasPartialIndexes { get; init; }
}
