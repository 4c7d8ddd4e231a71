using System.ComponentModel;

namespace Hotline.Migrate.Descriptors;

/// <summary>One schema object of the assembly as canonical JSON. The generator writes it, the build reads it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SchemaDescriptorAttribute : Attribute
{
    /// <summary>The object of that kind and name.</summary>
    public SchemaDescriptorAttribute(string kind, string name, string json)
    {
        Kind = kind;
        Name = name;
        Json = json;
    }

    /// <summary><c>table</c>, <c>enum</c>, <c>sequence</c>, <c>extension</c> or <c>schema</c>.</summary>
    public string Kind { get; }

    /// <summary>The object's name for messages, with its schema unless that is <c>public</c>.</summary>
    public string Name { get; }

    /// <summary>The canonical document.</summary>
    public string Json { get; }

    /// <summary>The C# type that the object comes from, with its namespace.</summary>
    public string? Type { get; set; }

    /// <summary>Which member each column or label comes from: <c>column=Property;column=Property</c>.</summary>
    public string? Members { get; set; }
}
