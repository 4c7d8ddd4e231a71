using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Scaffolding.Text;

/// <summary>Writes C# string literals.</summary>
internal static class CSharpLiteral
{
    /// <summary>A literal on one line: raw where that spares escapes.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny('"', '\\') >= 0
        && text.All(IsPlain)
        && text[0] != '"' && text[^1] != '"'
        && !text.Contains("\"\"\"", StringComparison.Ordinal)
            ? "\"\"\"" + text + "\"\"\""
            : "\"" + Escaped(text) + "\"";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            escaped.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPlain(c) && !char.IsSurrogate(c) => c.ToString(),
                _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
