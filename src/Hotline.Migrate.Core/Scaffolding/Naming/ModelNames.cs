using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>The C# names of everything that is scaffolded: each name is found once, so that all who refer to it agree.</summary>
internal sealed class ModelNames
{
    private readonly string root;
    private readonly Dictionary<string, string> spaces = new(StringComparer.Ordinal) { [QualifiedName.DefaultSchema] = "" };
    private readonly Dictionary<QualifiedName, ModelName> types = [];
    private readonly Dictionary<(QualifiedName Owner, string Part), string> members = [];

    /// <summary>Names tables and enum types, their columns and labels.</summary>
    /// <param name="tables">The tables that have a class.</param>
    /// <param name="enums">The enum types.</param>
    /// <param name="root">The namespace of the schema <c>public</c>; those of other schemas are within it.</param>
    /// <param name="baseName">The name of the base class, which no other type takes.</param>
    public ModelNames(IReadOnlyList<Table> tables, IReadOnlyList<EnumType> enums, string root, string baseName)
    {
        this.root = root;
        NameSpaces(tables.Select(t => t.Name.Schema).Concat(enums.Select(e => e.Name.Schema)));
        foreach (var group in tables.Cast<SchemaObject>().Concat(enums).GroupBy(o => spaces[o.Name.Schema], StringComparer.Ordinal))
        {
            var free = new UniqueNames([.. ReservedNames.Types, .. spaces.Values, .. root.Split('.'), baseName]);
            foreach (var named in group)
            {
                types[named.Name] = new ModelName(group.Key, TypeName(free, named));
            }
        }

        foreach (var table in tables)
        {
            NameMembers(table.Name, table.Columns.Select(c => c.Name), [.. ReservedNames.Members, types[table.Name].Name], "Column");
        }

        foreach (var enumType in enums)
        {
            NameMembers(enumType.Name, enumType.Labels, [], "Empty");
        }
    }

    /// <summary>The type of a table or enum type.</summary>
    public ModelName Type(QualifiedName name) => types[name];

    /// <summary>Whether there is a class or enum for it.</summary>
    public bool Has(QualifiedName name) => types.ContainsKey(name);

    /// <summary>The property of a column, or the member of a label.</summary>
    public string Member(QualifiedName owner, string part) => members[(owner, part)];

    /// <summary>Whether the table has a property for the column.</summary>
    public bool Knows(QualifiedName owner, string part) => members.ContainsKey((owner, part));

    /// <summary>The whole namespace of a type.</summary>
    public string Namespace(ModelName type) => type.Space.Length == 0 ? root : root + "." + type.Space;

    /// <summary>A type as the code of another one writes it.</summary>
    /// <param name="from">The namespace below the root that the code is in.</param>
    /// <param name="target">The table or enum type.</param>
    public string Reference(string from, QualifiedName target)
    {
        var type = types[target];
        var isHidden = type.Space.Length == 0 && from.Length > 0
            && types.Values.Any(t => t.Space == from && t.Name.Equals(type.Name, StringComparison.Ordinal));
        return type.Space == from || (type.Space.Length == 0 && !isHidden)
            ? type.Name
            : isHidden ? $"global::{root}.{type.Name}" : $"{type.Space}.{type.Name}";
    }

    /// <summary>A type as code writes it that takes its bare name for something else.</summary>
    public string Whole(QualifiedName target) => $"global::{Namespace(types[target])}.{types[target].Name}";

    private void NameSpaces(IEnumerable<string> schemas)
    {
        var free = new UniqueNames([.. ReservedNames.Types, .. root.Split('.')]);
        foreach (var schema in schemas.Where(s => s != QualifiedName.DefaultSchema).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var name = PascalCase.Of(schema) ?? "Schema";
            spaces[schema] = free.Take(name, name + "Schema");
        }
    }

    private static string TypeName(UniqueNames free, SchemaObject named)
    {
        var plain = PascalCase.Of(named.Name.Name) ?? (named is Table ? "Model" : "Values");
        return named is Table
            ? free.Take(PascalCase.Of(named.Name.Name, singular: true) ?? plain, plain, plain + "Model")
            : free.Take(plain, plain + "Value");
    }

    private void NameMembers(QualifiedName owner, IEnumerable<string> parts, IReadOnlyList<string> reserved, string nameless)
    {
        var free = new UniqueNames(reserved);
        foreach (var part in parts)
        {
            var name = PascalCase.Of(part) ?? nameless;
            members[(owner, part)] = free.Take(name, name + (nameless == "Column" ? "Value" : ""));
        }
    }
}
