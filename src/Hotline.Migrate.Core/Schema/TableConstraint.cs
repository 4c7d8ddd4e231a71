namespace Hotline.Migrate.Schema;

/// <summary>A constraint of a table.</summary>
public abstract record TableConstraint
{
    /// <summary>The constraint's name, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>The text of <c>COMMENT ON INDEX</c> on the index behind a key or an exclusion constraint.</summary>
    public string? IndexComment { get; init; }

    /// <summary>When the constraint is checked.</summary>
    public Deferrability Deferrability { get; init; }
}
