namespace Hotline.Migrate.Schema;

/// <summary>A table, with everything that goes when it goes.</summary>
public sealed record Table : SchemaObject
{
    /// <inheritdoc/>
    public override string Kind => SchemaKinds.Table;

    /// <summary>The columns in the order in which <c>CREATE TABLE</c> names them; the order is no difference later.</summary>
    public EquatableArray<Column> Columns { get; init; }

    /// <summary>The primary key, if there is one.</summary>
    public PrimaryKey? PrimaryKey { get; init; }

    /// <summary>Unique constraints, sorted by name.</summary>
    public EquatableArray<UniqueConstraint> Uniques { get; init; }

    /// <summary>Foreign keys, sorted by name.</summary>
    public EquatableArray<ForeignKey> ForeignKeys { get; init; }

    /// <summary>Check constraints, sorted by name.</summary>
    public EquatableArray<CheckConstraint> Checks { get; init; }

    /// <summary>Exclusion constraints, sorted by name.</summary>
    public EquatableArray<ExclusionConstraint> Exclusions { get; init; }

    /// <summary>Indexes that no constraint owns, sorted by name.</summary>
    public EquatableArray<TableIndex> Indexes { get; init; }

    /// <summary>Row-level security policies, sorted by name.</summary>
    public EquatableArray<Policy> Policies { get; init; }

    /// <summary>Whether row-level security is on, and for the owner too.</summary>
    public RowSecurity RowSecurity { get; init; }

    /// <summary>How the table is partitioned, if it is.</summary>
    public Partitioning? Partitioning { get; init; }

    /// <summary>The table that this one is a partition of, if it is one.</summary>
    public PartitionOf? PartitionOf { get; init; }

    /// <summary>
    /// The tables that this one inherits from, in order. <see cref="Columns"/> and the constraints are then those that the table declares itself.
    /// </summary>
    public EquatableArray<QualifiedName> Inherits { get; init; }

    /// <summary>What logical replication sends of an old row: <c>full</c>, <c>nothing</c>, or <c>index name</c>; <c>null</c> for the primary key.</summary>
    public string? ReplicaIdentity { get; init; }

    /// <summary>The index that <c>CLUSTER</c> sorts by, if one is marked.</summary>
    public string? ClusteredOn { get; init; }

    /// <summary>The tablespace, when it is not the database's own.</summary>
    public string? Tablespace { get; init; }

    /// <summary>Storage parameters (<c>fillfactor=70</c>), sorted.</summary>
    public EquatableArray<string> StorageParameters { get; init; }

    /// <summary>Whether the table is <c>UNLOGGED</c>.</summary>
    public bool Unlogged { get; init; }

    /// <summary>The column that holds the tenant, when the table is tenant-scoped. No SQL comes of it.</summary>
    public string? TenantKey { get; init; }

    /// <summary>A hint for the diff: the name the table had before. Never part of a snapshot.</summary>
    public QualifiedName? RenamedFrom { get; init; }

    /// <summary>Every constraint: primary key, uniques, checks, exclusions, foreign keys.</summary>
    public IEnumerable<TableConstraint> Constraints
    {
        get
        {
            IEnumerable<TableConstraint> primaryKey = PrimaryKey is null ? [] : [PrimaryKey];
            return primaryKey.Concat(Uniques).Concat(Checks).Concat(Exclusions).Concat(ForeignKeys);
        }
    }

    /// <summary>The column of that name, or <c>null</c>.</summary>
    public Column? FindColumn(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
