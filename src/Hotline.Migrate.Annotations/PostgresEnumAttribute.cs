namespace Hotline.Migrate;

/// <summary>Columns of this enum are of a PostgreSQL enum type, which is part of the schema.</summary>
/// <remarks>Labels are the members' names in snake_case, in the order of declaration, unless <see cref="LabelAttribute"/> says otherwise.</remarks>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class PostgresEnumAttribute : Attribute
{
    /// <summary>A type named like the enum, in snake_case.</summary>
    public PostgresEnumAttribute()
    {
    }

    /// <summary>A type named <paramref name="name"/>.</summary>
    public PostgresEnumAttribute(string name) => Name = name;

    /// <summary>The type's name. Default: the enum's name in snake_case.</summary>
    public string? Name { get; }

    /// <summary>The schema. Default: that of the enum's assembly.</summary>
    public string? Schema { get; set; }
}
