namespace Hotline.Migrate.Schema;

/// <summary>A primary key.</summary>
public sealed record PrimaryKey : TableConstraint
{
    /// <summary>The key columns in order.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>Columns that its index carries along (<c>INCLUDE</c>).</summary>
    public EquatableArray<string> Include { get; init; }

    /// <summary>Whether no two ranges in the last column may overlap for the same values in the others (<c>WITHOUT OVERLAPS</c>, PostgreSQL 18).</summary>
    public bool WithoutOverlaps { get; init; }
}
