namespace Hotline.Migrate.Schema;

/// <summary>A primary key.</summary>
public sealed record PrimaryKey : TableConstraint
{
    /// <summary>The key columns in order.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>Columns that its index carries along (<c>INCLUDE</c>).</summary>
    public EquatableArray<string> Include { get; init; }
}
