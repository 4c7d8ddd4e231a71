using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads an object of any kind.</summary>
internal static class ObjectReader
{
    /// <summary>The object.</summary>
    public static SchemaObject Read(JsonMembers json)
    {
        var kind = json.Required("kind");
        var name = Name(json);
        var comment = json.Text("comment");
        return kind switch
        {
            SchemaKinds.Table => TableReader.Read(json, name, comment),
            SchemaKinds.Enum => new EnumType
            {
                Name = name,
                Comment = comment,
                Labels = json.Texts("labels"),
                RenamedFrom = json.Object("renamedFrom", Name),
                RenamedLabels = json.Texts("renamedLabels"),
            },
            SchemaKinds.Sequence => new Sequence
            {
                Name = name,
                Comment = comment,
                Type = json.Required("type"),
                Options = Options(json),
                Unlogged = json.Flag("unlogged"),
                OwnedBy = json.Object("ownedBy", Owner),
            },
            SchemaKinds.Extension => new Extension
            {
                Name = name,
                Comment = comment,
                InstallSchema = json.Text("installSchema"),
                Version = json.Text("version"),
            },
            SchemaKinds.Schema => new SchemaNamespace { Name = name, Comment = comment },
            SchemaKinds.Domain => TypeReader.DomainOf(json, name, comment),
            SchemaKinds.Composite => TypeReader.Composite(json, name, comment),
            SchemaKinds.Privileges => PrivilegesReader.PrivilegesOf(json),
            SchemaKinds.DefaultPrivileges => PrivilegesReader.DefaultPrivilegesOf(json),
            _ when SchemaKinds.IsSql(kind) => SqlObjectReader.Read(json, kind, name, comment),
            _ => throw new DescriptorFormatException($"the kind '{kind}' is unknown; a newer version may have written it."),
        };
    }

    /// <summary>A name with its schema.</summary>
    public static QualifiedName Name(JsonMembers json) => new(json.Required("schema"), json.Required("name"));

    private static ColumnReference Owner(JsonMembers json) => new(Name(json, "table"), json.Required("column"));

    /// <summary>A name with its schema that is a member of its own.</summary>
    public static QualifiedName Name(JsonMembers json, string member) =>
        json.Object(member, Name) ?? throw new DescriptorFormatException($"'{member}' is missing.");

    /// <summary>The options of a sequence or identity.</summary>
    public static SequenceOptions Options(JsonMembers json) => new()
    {
        Start = json.Number("start"),
        Increment = json.Number("increment"),
        Minimum = json.Number("minimum"),
        Maximum = json.Number("maximum"),
        Cache = json.Number("cache"),
        Cycle = json.Flag("cycle"),
    };
}
