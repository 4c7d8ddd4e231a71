using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads domains and composite types.</summary>
internal static class TypeReader
{
    public static Domain DomainOf(JsonMembers json, QualifiedName name, string? comment) => new()
    {
        Name = name,
        Comment = comment,
        Type = json.Required("type"),
        Collation = json.Text("collation"),
        Default = json.Text("default"),
        NotNull = json.Flag("notNull"),
        Checks = json.List("checks", ConstraintReader.Check),
        RenamedFrom = json.Object("renamedFrom", ObjectReader.Name),
    };

    public static CompositeType Composite(JsonMembers json, QualifiedName name, string? comment) => new()
    {
        Name = name,
        Comment = comment,
        Fields = json.List("fields", a => new CompositeField
        {
            Name = a.Required("name"),
            Type = a.Required("type"),
            Collation = a.Text("collation"),
            Comment = a.Text("comment"),
        }),
        RenamedFrom = json.Object("renamedFrom", ObjectReader.Name),
    };
}
