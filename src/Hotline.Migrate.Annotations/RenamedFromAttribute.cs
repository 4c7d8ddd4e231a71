namespace Hotline.Migrate;

/// <summary>The name that the table, column, enum type or enum label had before, so that the change is a rename and not a drop and an add.</summary>
/// <remarks>It may stay after the rename is applied: it has no effect once the old name is gone from the snapshot.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class RenamedFromAttribute : Attribute
{
    /// <summary>The name before was <paramref name="name"/>.</summary>
    /// <param name="name">The name in the database, without the schema.</param>
    public RenamedFromAttribute(string name) => Name = name;

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    /// <summary>The schema the table or type was in, when that changed too.</summary>
    public string? Schema { get; set; }
}
