namespace Hotline.Migrate.Schema;

/// <summary>A column of a table.</summary>
public sealed record Column
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The type as <c>format_type</c> spells it: <c>character varying(200)</c>, <c>integer[]</c>, <c>billing.currency</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the column takes NULL.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default as an SQL expression.</summary>
    public string? Default { get; init; }

    /// <summary>Identity, if the column has it.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The expression the column is generated from, if it is.</summary>
    public GeneratedColumn? Generated { get; init; }

    /// <summary>The collation, as it is written after <c>COLLATE</c>.</summary>
    public string? Collation { get; init; }

    /// <summary>Where large values go, when it is not the type's default: <c>plain</c>, <c>external</c>, <c>extended</c> or <c>main</c>.</summary>
    public string? Storage { get; init; }

    /// <summary>How large values are compressed, when it is said: <c>pglz</c> or <c>lz4</c>.</summary>
    public string? Compression { get; init; }

    /// <summary>The text of <c>COMMENT ON COLUMN</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>A hint for the diff: the name the column had before. Never part of a snapshot.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>A hint for the diff: the SQL expression that fills existing rows. Never part of a snapshot.</summary>
    public string? Backfill { get; init; }
}
