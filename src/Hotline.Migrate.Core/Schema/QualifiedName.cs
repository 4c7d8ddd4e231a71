namespace Hotline.Migrate.Schema;

/// <summary>The name of a schema object, unquoted, with the schema it lives in.</summary>
/// <param name="Schema">The schema; <see cref="DefaultSchema"/> where the model names none.</param>
/// <param name="Name">The object's own name, or for a routine its name and argument types.</param>
public sealed record QualifiedName(string Schema, string Name) : IComparable<QualifiedName>
{
    /// <summary>The schema of an object that names none. It is left out when SQL is rendered.</summary>
    public const string DefaultSchema = "public";

    /// <summary>A name in <see cref="DefaultSchema"/>.</summary>
    public static QualifiedName Of(string name) => new(DefaultSchema, name);

    /// <inheritdoc/>
    public int CompareTo(QualifiedName? other)
    {
        var bySchema = string.CompareOrdinal(Schema, other?.Schema);
        return bySchema != 0 ? bySchema : string.CompareOrdinal(Name, other?.Name);
    }

    /// <summary>The name for messages: without the schema when that is the default one.</summary>
    public override string ToString() => Schema == DefaultSchema ? Name : Schema + "." + Name;
}
