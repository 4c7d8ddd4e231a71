using Hotline.Migrate.Scaffolding.Text;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>A class before its file is written.</summary>
internal sealed record ClassText
{
    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>The whole namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The namespaces that it needs.</summary>
    public required IReadOnlyList<string> Usings { get; init; }

    /// <summary>The attributes of the class.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The properties in order.</summary>
    public required IReadOnlyList<PropertyText> Properties { get; init; }

    /// <summary>Words in front of <c>class</c>.</summary>
    public string Modifiers { get; init; } = "public";

    /// <summary>The base class as the code writes it.</summary>
    public string? Base { get; init; }

    /// <summary>The file's text.</summary>
    public string Write()
    {
        var usings = Usings.Concat(Properties.SelectMany(p => p.Usings));
        var declaration = $"{Modifiers} class {Name}{(Base is null ? "" : " : " + Base)}";
        return CodeFile.Of(usings, Namespace,
        [
            .. Attributes,
            .. Properties.Count == 0
                ? [declaration + ";"]
                : (string[])
                [
                    declaration,
                    "{",
                    .. Properties.SelectMany((p, i) => (i == 0 ? Enumerable.Empty<string>() : [""]).Concat(p.Text.Split('\n').Select(line => "    " + line))),
                    "}",
                ],
        ]);
    }
}
