namespace Hotline.Migrate.Schema;

/// <summary>A unique constraint.</summary>
public sealed record UniqueConstraint : TableConstraint
{
    /// <summary>The columns in order.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>Columns that its index carries along (<c>INCLUDE</c>).</summary>
    public EquatableArray<string> Include { get; init; }

    /// <summary>Whether two NULLs count as equal (PostgreSQL 15).</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Whether no two ranges in the last column may overlap for the same values in the others (<c>WITHOUT OVERLAPS</c>, PostgreSQL 18).</summary>
    public bool WithoutOverlaps { get; init; }
}
