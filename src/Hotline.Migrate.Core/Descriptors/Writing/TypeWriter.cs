using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>Writes the members of a domain's and a composite type's document.</summary>
internal static class TypeWriter
{
    public static void Write(CanonicalJsonWriter json, Domain domain)
    {
        json.Text("type", domain.Type);
        DescriptorWriter.Optional(json, "collation", domain.Collation);
        DescriptorWriter.Optional(json, "default", domain.Default);
        DescriptorWriter.Optional(json, "notNull", domain.NotNull);
        TableWriter.List(json, "checks", domain.Checks, TableWriter.Check);
        DescriptorWriter.Optional(json, "renamedFrom", domain.RenamedFrom);
    }

    public static void Write(CanonicalJsonWriter json, CompositeType type)
    {
        TableWriter.List(json, "fields", type.Fields, Field);
        DescriptorWriter.Optional(json, "renamedFrom", type.RenamedFrom);
    }

    private static void Field(CanonicalJsonWriter json, CompositeField field)
    {
        json.Text("name", field.Name);
        json.Text("type", field.Type);
        DescriptorWriter.Optional(json, "collation", field.Collation);
        DescriptorWriter.Optional(json, "comment", field.Comment);
    }
}
