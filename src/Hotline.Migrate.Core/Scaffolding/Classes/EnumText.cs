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
            .. Members([.. type.Labels.Select(l => (names.Member(type.Name, l), l))]),
            "}",
        ]);
    }

    // A member with an attribute stands apart from both of its neighbours.
    private static IEnumerable<string> Members(IReadOnlyList<(string Name, string Label)> members)
    {
        var wasApart = false;
        foreach (var (index, (name, label)) in members.Index())
        {
            var isApart = SnakeCase.Of(name) != label;
            if (index > 0 && (isApart || wasApart))
            {
                yield return "";
            }

            if (isApart)
            {
                yield return "    " + new AttributeText("Label").Text(label);
            }

            yield return $"    {name},";
            wasApart = isApart;
        }
    }
}
