using System.Text.RegularExpressions;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Build.Sources;

/// <summary>Finds the declaration of a class and of its properties in C# files by their text.</summary>
/// <remarks>
/// Assemblies hold no source positions and a build that only reports must not parse C#. A wrong guess costs a click, no more;
/// what is not found is reported without a position.
/// </remarks>
internal sealed class SourceLocator(IEnumerable<string> files)
{
    private readonly Lazy<IReadOnlyList<string>> paths = new(() => [.. files]);
    private readonly Dictionary<string, (string Text, string Code)> texts = new(StringComparer.Ordinal);

    /// <summary>Where <paramref name="member"/> of <paramref name="type"/> is declared, else where the type is, else <c>null</c>.</summary>
    /// <param name="type">The type with its namespace; nested types behind <c>.</c> or <c>+</c>.</param>
    /// <param name="member">A property, or <c>null</c> for the type itself.</param>
    public SourceLocation? Find(string type, string? member = null)
    {
        var names = type.Split('.', '+');
        var name = Regex.Escape(names[^1]);
        var declaration = new Regex($@"\b(?:class|record|struct|enum|interface)\s+({name})\b(?!\s*[.+])", RegexOptions.CultureInvariant);
        SourceLocation? found = null;
        foreach (var file in paths.Value)
        {
            if (Load(file, names[^1]) is not { } source || !IsIn(source.Code, names))
            {
                continue;
            }

            foreach (var match in declaration.Matches(source.Code).Select(m => m.Groups[1]))
            {
                if (member is not null && Member(source.Code, match.Index, member) is { } index)
                {
                    return At(file, source.Text, index);
                }

                found ??= At(file, source.Text, match.Index);
            }
        }

        return found;
    }

    private (string Text, string Code)? Load(string file, string name)
    {
        if (texts.TryGetValue(file, out var source))
        {
            return source;
        }

        var text = ReadOrEmpty(file);
        if (!text.Contains(name, StringComparison.Ordinal))
        {
            return null;
        }

        source = (text, SourceText.Blank(text));
        texts.Add(file, source);
        return source;
    }

    private static string ReadOrEmpty(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Whether the file declares the type's namespace, or an outer part of it with the rest nested.</summary>
    private static bool IsIn(string code, string[] names)
    {
        if (names.Length == 1)
        {
            return true;
        }

        for (var length = names.Length - 1; length > 0; length--)
        {
            var outer = string.Join(@"\s*\.\s*", names.Take(length).Select(Regex.Escape));
            if (Regex.IsMatch(code, $@"\bnamespace\s+{outer}\s*[;{{]", RegexOptions.CultureInvariant))
            {
                return true;
            }
        }

        return !Regex.IsMatch(code, @"\bnamespace\s", RegexOptions.CultureInvariant);
    }

    private static int? Member(string code, int declaration, string member)
    {
        var body = code[declaration..End(code, declaration)];
        var name = Regex.Escape(member);
        var match = Regex.Match(body, $@"[\w>\])?]\s+({name})\s*(?:\{{|=>|=|;|,|\))", RegexOptions.CultureInvariant);
        if (!match.Success && IsEnum(code, declaration))
        {
            match = Regex.Match(body, $@"[{{,\]]\s*({name})\s*[=,}}]", RegexOptions.CultureInvariant);
        }

        return match.Success ? declaration + match.Groups[1].Index : null;
    }

    private static bool IsEnum(string code, int declaration) => Regex.IsMatch(code[..declaration], @"\benum\s+$", RegexOptions.CultureInvariant);

    /// <summary>The end of a declaration: its closing brace, or the semicolon of one without a body.</summary>
    private static int End(string code, int declaration)
    {
        var depth = 0;
        for (var i = declaration; i < code.Length; i++)
        {
            depth += code[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if ((code[i] == '}' && depth <= 0) || (code[i] == ';' && depth == 0))
            {
                return i + 1;
            }
        }

        return code.Length;
    }

    private static SourceLocation At(string file, string text, int index)
    {
        var lineStart = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return new SourceLocation(file, 1 + text.AsSpan(0, index).Count('\n'), 1 + index - lineStart);
    }
}
