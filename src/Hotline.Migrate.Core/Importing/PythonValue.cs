namespace Hotline.Migrate.Importing;

/// <summary>Reads the literals that Alembic's variables hold: text, None, and tuples, lists or sets of texts.</summary>
internal static class PythonValue
{
    /// <summary>The texts of an expression, none for <c>None</c>; <c>null</c> where it is no such literal.</summary>
    public static IReadOnlyList<string>? Texts(ReadOnlySpan<PythonToken> tokens)
    {
        if (tokens is [var none] && none.Is("None"))
        {
            return [];
        }

        if (Text(tokens) is { } text)
        {
            return [text];
        }

        var inner = Inside(tokens);
        if (inner.Length == tokens.Length)
        {
            return null;
        }

        var texts = new List<string>();
        while (!inner.IsEmpty)
        {
            var end = 0;
            while (end < inner.Length && !inner[end].Is(","))
            {
                end++;
            }

            if (Text(inner[..end]) is not { } item)
            {
                return null;
            }

            texts.Add(item);
            inner = end < inner.Length ? inner[(end + 1)..] : [];
        }

        return texts;
    }

    /// <summary>The text of one or several literals behind each other, in parentheses or not; <c>null</c> for anything else.</summary>
    public static string? Text(ReadOnlySpan<PythonToken> tokens)
    {
        if (tokens is [{ Kind: PythonTokenKind.Sign, Text: "(" }, .., { Kind: PythonTokenKind.Sign, Text: ")" }])
        {
            tokens = tokens[1..^1];
        }

        var text = "";
        foreach (var token in tokens)
        {
            if (token is not { Kind: PythonTokenKind.String, IsLiteral: true })
            {
                return null;
            }

            text += token.Text;
        }

        return tokens.IsEmpty ? null : text;
    }

    private static ReadOnlySpan<PythonToken> Inside(ReadOnlySpan<PythonToken> tokens) => tokens switch
    {
        [{ Kind: PythonTokenKind.Sign, Text: "(" }, .., { Kind: PythonTokenKind.Sign, Text: ")" }]
            or [{ Kind: PythonTokenKind.Sign, Text: "[" }, .., { Kind: PythonTokenKind.Sign, Text: "]" }]
            or [{ Kind: PythonTokenKind.Sign, Text: "{" }, .., { Kind: PythonTokenKind.Sign, Text: "}" }] => tokens[1..^1],
        _ => tokens,
    };
}
