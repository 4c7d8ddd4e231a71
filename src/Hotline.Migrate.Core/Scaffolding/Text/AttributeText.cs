using System.Globalization;

namespace Hotline.Migrate.Scaffolding.Text;

/// <summary>Writes an attribute: its arguments, then its named ones that are not at their defaults.</summary>
internal sealed class AttributeText(string name)
{
    private readonly List<string> arguments = [];

    /// <summary>An argument that is C# already.</summary>
    public AttributeText Code(string argument)
    {
        arguments.Add(argument);
        return this;
    }

    /// <summary>Arguments that are C# already.</summary>
    public AttributeText Code(IEnumerable<string> codes)
    {
        arguments.AddRange(codes);
        return this;
    }

    /// <summary>A text.</summary>
    public AttributeText Text(string text) => Code(CSharpLiteral.Of(text));

    /// <summary>A named argument that is C# already, unless it is <c>null</c>.</summary>
    public AttributeText NamedCode(string argument, string? code) => code is null ? this : Code($"{argument} = {code}");

    /// <summary>A named text, unless it is <c>null</c>.</summary>
    public AttributeText Named(string argument, string? text) => NamedCode(argument, text is null ? null : CSharpLiteral.Of(text));

    /// <summary>A named flag, if it is set.</summary>
    public AttributeText Named(string argument, bool flag) => NamedCode(argument, flag ? "true" : null);

    /// <summary>A named number, unless it is <c>null</c>.</summary>
    public AttributeText Named(string argument, long? number) => NamedCode(argument, number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A named list of C# items, unless it is empty.</summary>
    public AttributeText NamedList(string argument, IReadOnlyCollection<string> codes) =>
        NamedCode(argument, codes.Count == 0 ? null : $"[{string.Join(", ", codes)}]");

    /// <inheritdoc/>
    public override string ToString() => arguments.Count == 0 ? $"[{name}]" : $"[{name}({string.Join(", ", arguments)})]";

    /// <summary>The attribute of the whole assembly.</summary>
    public string OfAssembly() => "[assembly: " + ToString()[1..];
}
