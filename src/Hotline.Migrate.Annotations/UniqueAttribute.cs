namespace Hotline.Migrate;

/// <summary>A unique constraint, on a class over several properties or on one property.</summary>
/// <remarks>Names in the lists are those of properties (<c>nameof</c>) or of columns. On a base class it applies to the table of each derived model.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class UniqueAttribute : Attribute
{
    /// <summary>A unique constraint on <paramref name="properties"/>; none on a property means that property.</summary>
    public UniqueAttribute(params string[] properties) => Properties = properties;

    /// <summary>The properties or columns, in order.</summary>
    public string[] Properties { get; }

    /// <summary>The constraint's name. Default: <c>table_columns_key</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Properties or columns that the constraint's index carries along.</summary>
    public string[]? Include { get; set; }

    /// <summary>Whether two NULLs count as equal (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; set; }

    /// <summary>
    /// Whether the last column is a range, and no two rows with the same values in the others may overlap in it (<c>WITHOUT OVERLAPS</c>, PostgreSQL 18):
    /// a key that holds for a time.
    /// </summary>
    public bool WithoutOverlaps { get; set; }

    /// <summary>When the constraint is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; set; }
}
