using Hotline.Migrate.Scaffolding.Naming;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>What the types of the schema are in C#, as seen from one namespace.</summary>
internal sealed class NamedColumnTypes(DatabaseSchema schema, ModelNames names, string space)
{
    private readonly Dictionary<string, QualifiedName> enums = schema.Objects.OfType<EnumType>()
        .Where(e => names.Has(e.Name))
        .ToDictionary(e => SqlIdentifier.Quote(e.Name), e => e.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> domains = schema.Objects.OfType<Domain>()
        .ToDictionary(d => SqlIdentifier.Quote(d.Name), d => d.Type, StringComparer.Ordinal);

    /// <summary>The C# enum of an enum type.</summary>
    public string? Enum(string type) => enums.TryGetValue(type, out var name) ? names.Reference(space, name) : null;

    /// <summary>The enum type itself.</summary>
    public QualifiedName? EnumName(string type) => enums.GetValueOrDefault(type);

    /// <summary>The enum type that a column of the type holds, one or several of.</summary>
    public QualifiedName? EnumOf(string type) => EnumName(SqlTypeName.IsArray(type) ? type[..^2] : type);

    /// <summary>The type under a domain.</summary>
    public string? Underlying(string type) => domains.GetValueOrDefault(type);
}
