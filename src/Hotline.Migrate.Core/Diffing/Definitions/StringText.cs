using System.Text;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>What a string of SQL holds, however it is quoted.</summary>
internal static class StringText
{
    /// <summary>The string as <c>'...'</c>; bit strings keep their letter.</summary>
    public static string Canonical(string literal) => literal[0] switch
    {
        'b' or 'B' or 'x' or 'X' => char.ToLowerInvariant(literal[0]) + literal[1..].ToLowerInvariant(),
        _ => "'" + Value(literal).Replace("'", "''", StringComparison.Ordinal) + "'",
    };

    /// <summary>The characters that the literal stands for; line ends are line feeds.</summary>
    public static string Value(string literal) => Unquoted(literal).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Unquoted(string literal)
    {
        switch (literal[0])
        {
            case '$':
                var tag = literal.IndexOf('$', 1) + 1;
                return tag > 0 && literal.Length >= 2 * tag ? literal[tag..^tag] : literal;
            case '\'':
                return Between(literal, 1).Replace("''", "'", StringComparison.Ordinal);
            case 'e' or 'E':
                return Escaped(Between(literal, 2));
            case 'n' or 'N':
                return Between(literal, 2).Replace("''", "'", StringComparison.Ordinal);
            default:
                return literal;
        }
    }

    private static string Between(string literal, int start) => literal.Length > start && literal[^1] == '\'' ? literal[start..^1] : literal[start..];

    // Escapes by number stay as they are: that only makes two spellings of one string differ.
    private static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\'' && i + 1 < text.Length)
            {
                i++;
            }

            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch
            {
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                'b' => "\b",
                'f' => "\f",
                'u' or 'U' or 'x' or (>= '0' and <= '7') => "\\" + text[i],
                var other => other.ToString(),
            });
        }

        return result.ToString();
    }
}
