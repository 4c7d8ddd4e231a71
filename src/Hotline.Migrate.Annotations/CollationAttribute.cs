namespace Hotline.Migrate;

/// <summary>The collation of a text column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CollationAttribute : Attribute
{
    /// <summary>The collation <paramref name="name"/>.</summary>
    public CollationAttribute(string name) => Name = name;

    /// <summary>The collation's name, unquoted: <c>C</c>, <c>de-x-icu</c>.</summary>
    public string Name { get; }

    /// <summary>The schema of a collation that is not built in.</summary>
    public string? Schema { get; set; }
}
