namespace Hotline.Migrate.Schema;

/// <summary>A constraint of a table.</summary>
public abstract record TableConstraint
{
    /// <summary>The constraint's name, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>The text of <c>COMMENT ON CONSTRAINT</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>When the constraint is checked.</summary>
    public Deferrability Deferrability { get; init; }
}
