using System.Text;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>Reads libpq's keyword form: <c>key = value</c> pairs between blanks, values in single quotes where needed.</summary>
internal static class KeywordString
{
    /// <summary>The pairs; null when the text does not have this form.</summary>
    public static IReadOnlyList<ConnectionParameter>? TryRead(string text)
    {
        var pairs = new List<ConnectionParameter>();
        var position = 0;
        while (SkipBlanks(text, ref position))
        {
            var start = position;
            while (position < text.Length && text[position] != '=' && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            var key = text[start..position];
            if (key.Length == 0 || !SkipBlanks(text, ref position) || text[position] != '=')
            {
                return null;
            }

            position++;
            _ = SkipBlanks(text, ref position);
            if (ReadValue(text, ref position) is not { } value)
            {
                return null;
            }

            pairs.Add(new(key, value));
        }

        return pairs;
    }

    /// <summary>Whether the text, which could not be read, is meant to have this form: the one without semicolons.</summary>
    public static bool IsBroken(string text) =>
        !text.Contains(';', StringComparison.Ordinal)
        && text.IndexOf('=', StringComparison.Ordinal) != text.LastIndexOf('=')
        && TryRead(text) is null;

    private static string? ReadValue(string text, ref int position)
    {
        var value = new StringBuilder();
        var quoted = position < text.Length && text[position] == '\'';
        if (quoted)
        {
            position++;
        }

        while (position < text.Length && (quoted ? text[position] != '\'' : !char.IsWhiteSpace(text[position])))
        {
            if (text[position] == '\\' && ++position == text.Length)
            {
                break;
            }

            value.Append(text[position++]);
        }

        return quoted && position++ >= text.Length ? null : value.ToString();
    }

    private static bool SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length;
    }
}
