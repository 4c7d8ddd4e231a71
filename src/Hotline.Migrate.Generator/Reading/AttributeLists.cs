namespace Hotline.Migrate.Generator.Reading;

/// <summary>Finds attributes in a list of them.</summary>
internal static class AttributeLists
{
    /// <summary>The last attribute with that name, or the other one: the nearest to the model, as lists begin with the base classes.</summary>
    public static ModelAttribute? Find(this IReadOnlyList<ModelAttribute> attributes, string name, string? orName = null)
    {
        for (var i = attributes.Count - 1; i >= 0; i--)
        {
            if (attributes[i].Name == name || attributes[i].Name == orName)
            {
                return attributes[i];
            }
        }

        return null;
    }

    /// <summary>Whether an attribute of that name is there.</summary>
    public static bool Has(this IReadOnlyList<ModelAttribute> attributes, string name, string? orName = null) =>
        attributes.Find(name, orName) is not null;

    /// <summary>All attributes with that name, in order.</summary>
    public static IEnumerable<ModelAttribute> All(this IReadOnlyList<ModelAttribute> attributes, string name, string? orName = null) =>
        attributes.Where(a => a.Name == name || a.Name == orName);

    /// <summary>The text of <c>COMMENT ON</c>; an empty one is none, as in PostgreSQL.</summary>
    public static string? Comment(this IReadOnlyList<ModelAttribute> attributes) =>
        attributes.Find(AttributeNames.Comment, AttributeNames.EfComment)?.Text(0) is { Length: > 0 } text ? text : null;
}
