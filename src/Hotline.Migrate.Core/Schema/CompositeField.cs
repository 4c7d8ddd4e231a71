namespace Hotline.Migrate.Schema;

/// <summary>A field of a composite type.</summary>
public sealed record CompositeField
{
    /// <summary>The field's name.</summary>
    public required string Name { get; init; }

    /// <summary>The type, as <see cref="Column.Type"/> is spelled.</summary>
    public required string Type { get; init; }

    /// <summary>The collation, as it is written after <c>COLLATE</c>.</summary>
    public string? Collation { get; init; }

    /// <summary>The text of <c>COMMENT ON COLUMN</c>.</summary>
    public string? Comment { get; init; }
}
