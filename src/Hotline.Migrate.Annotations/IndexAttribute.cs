namespace Hotline.Migrate;

/// <summary>An index.</summary>
/// <remarks>
/// On a class it lists its elements: names of properties (<c>nameof</c>) or columns, and SQL expressions such as
/// <c>lower(email)</c>; whatever is not a plain identifier is an expression. On a property without a list it indexes that column.
/// On a base class it applies to the table of each derived model. The lists that go with the elements
/// (<see cref="IsDescending"/>, <see cref="Nulls"/>, ...) may be shorter: the rest is at its default.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class IndexAttribute : Attribute
{
    /// <summary>An index on <paramref name="elements"/>, in that order.</summary>
    public IndexAttribute(params string[] elements) => Elements = elements;

    /// <summary>The indexed properties, columns and SQL expressions, in order.</summary>
    public string[] Elements { get; }

    /// <summary>The index's name. Default: <c>table_columns_idx</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Whether no two rows may agree in all elements. For a plain unique key prefer <see cref="UniqueAttribute"/>.</summary>
    public bool IsUnique { get; set; }

    /// <summary>Whether two NULLs count as equal in a unique index (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; set; }

    /// <summary>The index method: <c>btree</c> (default), <c>hash</c>, <c>gin</c>, <c>gist</c>, <c>spgist</c>, <c>brin</c> or an extension's.</summary>
    public string? Method { get; set; }

    /// <summary>Which elements are in descending order.</summary>
    public bool[]? IsDescending { get; set; }

    /// <summary>Whether every element is in descending order.</summary>
    public bool AllDescending { get; set; }

    /// <summary>Where NULLs go, for each element.</summary>
    public NullsOrder[]? Nulls { get; set; }

    /// <summary>The operator class of each element (<c>gin_trgm_ops</c>); empty for the type's default.</summary>
    public string[]? OperatorClasses { get; set; }

    /// <summary>The collation of each element: its name, or in quotes with its schema (<c>"app"."german"</c>); empty for the column's own.</summary>
    public string[]? Collations { get; set; }

    /// <summary>Properties or columns that the index carries along without indexing them.</summary>
    public string[]? Include { get; set; }

    /// <summary>The SQL condition of a partial index.</summary>
    public string? Where { get; set; }

    /// <summary>Storage parameters, each <c>name=value</c>: <c>fillfactor=70</c>.</summary>
    public string[]? StorageParameters { get; set; }

    /// <summary>The tablespace, when it is not the database's own.</summary>
    public string? Tablespace { get; set; }

    /// <summary>The text of <c>COMMENT ON INDEX</c>.</summary>
    public string? Comment { get; set; }
}
