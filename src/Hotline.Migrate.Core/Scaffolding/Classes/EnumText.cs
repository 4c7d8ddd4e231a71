using Hotline.Migrate.Scaffolding.Naming;
using Hotline.Migrate.Scaffolding.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Writes an enum type as a C# enum.</summary>
internal static class EnumText
{
    /// <summary>The file's text.</summary>
    public static string Of(EnumType type, ModelNames names)
    {
        var name = names.Type(type.Name);
        var attribute = new AttributeText("PostgresEnum");
        if (SnakeCase.Of(name.Name) != type.Name.Name)
        {
            attribute.Text(type.Name.Name);
        }

        attribute.Named("Schema", type.Name.Schema == QualifiedName.DefaultSchema ? null : type.Name.Schema);
        return CodeFile.Of(["Hotline.Migrate"], names.Namespace(name),
        [
            attribute.ToString(),
            .. type.Comment is { } comment ? [new AttributeText("Comment").Text(comment).ToString()] : Array.Empty<string>(),
            $"public enum {name.Name}",
            "{",
            .. type.Labels.SelectMany((label, i) => Member(names.Member(type.Name, label), label, i)),
            "}",
        ]);
    }

    private static IEnumerable<string> Member(string member, string label, int index)
    {
        var isConvention = SnakeCase.Of(member) == label;
        return
        [
            .. index > 0 && !isConvention ? [""] : Array.Empty<string>(),
            .. isConvention ? Array.Empty<string>() : ["    " + new AttributeText("Label").Text(label)],
            $"    {member},",
        ];
    }
}
