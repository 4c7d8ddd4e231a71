namespace Hotline.Migrate;

/// <summary>The schema of every model, enum type and sequence of the assembly that names none. Without it: <c>public</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DefaultSchemaAttribute : Attribute
{
    /// <summary>The schema <paramref name="name"/>.</summary>
    public DefaultSchemaAttribute(string name) => Name = name;

    /// <summary>The schema's name.</summary>
    public string Name { get; }
}
