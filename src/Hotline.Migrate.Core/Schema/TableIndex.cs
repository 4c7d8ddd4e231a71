namespace Hotline.Migrate.Schema;

/// <summary>An index that no constraint owns.</summary>
public sealed record TableIndex
{
    /// <summary>The default index method.</summary>
    public const string DefaultMethod = "btree";

    /// <summary>The index's name, unique in its schema.</summary>
    public required string Name { get; init; }

    /// <summary>What is indexed, in order.</summary>
    public EquatableArray<IndexElement> Elements { get; init; }

    /// <summary>The index method.</summary>
    public string Method { get; init; } = DefaultMethod;

    /// <summary>Whether the index is unique.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether two NULLs count as equal (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Columns that the index carries along (<c>INCLUDE</c>).</summary>
    public EquatableArray<string> Include { get; init; }

    /// <summary>The condition of a partial index, without the outer parentheses.</summary>
    public string? Where { get; init; }

    /// <summary>Storage parameters (<c>fastupdate=off</c>), sorted.</summary>
    public EquatableArray<string> StorageParameters { get; init; }

    /// <summary>The tablespace, when it is not the database's own.</summary>
    public string? Tablespace { get; init; }

    /// <summary>
    /// Whether the index was never finished (a <c>CREATE INDEX CONCURRENTLY</c> that failed): it is there, and no query uses it. No model has one.
    /// </summary>
    public bool Invalid { get; init; }

    /// <summary>The text of <c>COMMENT ON INDEX</c>.</summary>
    public string? Comment { get; init; }
}
