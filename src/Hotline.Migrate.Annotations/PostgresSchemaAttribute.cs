namespace Hotline.Migrate;

/// <summary>A schema. One that a table, type or sequence is in is made without it.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PostgresSchemaAttribute : Attribute
{
    /// <summary>The schema <paramref name="name"/>.</summary>
    public PostgresSchemaAttribute(string name) => Name = name;

    /// <summary>The schema's name.</summary>
    public string Name { get; }

    /// <summary>The text of <c>COMMENT ON SCHEMA</c>.</summary>
    public string? Comment { get; set; }
}
