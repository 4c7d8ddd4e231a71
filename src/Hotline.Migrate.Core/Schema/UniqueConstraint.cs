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
}
