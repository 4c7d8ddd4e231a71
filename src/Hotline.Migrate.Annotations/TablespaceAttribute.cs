namespace Hotline.Migrate;

/// <summary>The tablespace of the table. That of an index is <see cref="IndexAttribute.Tablespace"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TablespaceAttribute : Attribute
{
    /// <summary>The table is in <paramref name="name"/>.</summary>
    public TablespaceAttribute(string name) => Name = name;

    /// <summary>The tablespace's name.</summary>
    public string Name { get; }
}
