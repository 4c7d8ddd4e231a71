using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads an object that is its CREATE statement.</summary>
internal static class SqlObjectReader
{
    public static SqlObject Read(JsonMembers json, string kind, QualifiedName name, string? comment)
    {
        var ownName = json.Text("ownName");
        var arguments = json.Text("arguments");
        var relation = json.Object("on", ObjectReader.Name);
        var definition = string.Join("\n", json.Texts("definition"));
        if (definition.Length == 0)
        {
            throw new DescriptorFormatException("'definition' is missing.");
        }

        var made = (ownName, arguments, relation) switch
        {
            ({ } own, { } types, null) => SqlObject.Routine(kind, name with { Name = own }, types, definition),
            ({ } own, null, { } on) => SqlObject.OnRelation(kind, on, own, definition),
            (null, null, null) => SqlObject.Of(kind, name, definition),
            _ => throw new DescriptorFormatException("'ownName', 'arguments' and 'on' do not fit each other."),
        };
        return made.Name == name
            ? made with
            {
                Comment = comment,
                Additions = json.Texts("additions"),
                Indexes = json.List("indexes", TableReader.Index),
                ColumnComments = json.List("columnComments", c => new ColumnComment(c.Required("column"), c.Required("text"))),
            }
            : throw new DescriptorFormatException($"'name' is not '{made.Name.Name}'.");
    }
}
