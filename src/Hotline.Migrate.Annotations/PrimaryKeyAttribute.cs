namespace Hotline.Migrate;

/// <summary>The primary key: of several columns, or with a name of its own. For a single column <c>[Key]</c> or the property name <c>Id</c> is enough.</summary>
/// <remarks>Names in the lists are those of properties (<c>nameof</c>) or of columns. It wins over a base class's key.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrimaryKeyAttribute : Attribute
{
    /// <summary>A primary key of <paramref name="properties"/>, in that order.</summary>
    public PrimaryKeyAttribute(params string[] properties) => Properties = properties;

    /// <summary>The properties or columns, in order; none means the key that the model has otherwise.</summary>
    public string[] Properties { get; }

    /// <summary>The constraint's name. Default: <c>table_pkey</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Properties or columns that the key's index carries along.</summary>
    public string[]? Include { get; set; }

    /// <summary>
    /// Whether the last column is a range, and no two rows with the same values in the others may overlap in it (<c>WITHOUT OVERLAPS</c>, PostgreSQL 18):
    /// a key that holds for a time.
    /// </summary>
    public bool WithoutOverlaps { get; set; }

    /// <summary>When the key is checked.</summary>
    public Deferrability Deferrability { get; set; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; set; }
}
