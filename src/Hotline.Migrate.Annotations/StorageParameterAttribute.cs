namespace Hotline.Migrate;

/// <summary>A storage parameter of the table: <c>[StorageParameter("fillfactor", 70)]</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StorageParameterAttribute : Attribute
{
    /// <summary>Sets <paramref name="name"/> to <paramref name="value"/>.</summary>
    public StorageParameterAttribute(string name, object value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>Its value: a number, a boolean or text.</summary>
    public object Value { get; }
}
