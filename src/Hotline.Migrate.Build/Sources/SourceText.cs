namespace Hotline.Migrate.Build.Sources;

/// <summary>C# text whose comments and literals are blanked, so that a plain search finds code only. Offsets stay.</summary>
internal static class SourceText
{
    /// <summary>The text with every character of a comment, a string or a character literal replaced by a blank.</summary>
    public static string Blank(string text)
    {
        var blanked = text.ToCharArray();
        for (var i = 0; i < blanked.Length;)
        {
            var end = LiteralEnd(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            for (; i < end; i++)
            {
                if (blanked[i] is not ('\r' or '\n'))
                {
                    blanked[i] = ' ';
                }
            }
        }

        return new string(blanked);
    }

    private static int LiteralEnd(string text, int start) => text[start] switch
    {
        '/' when At(text, start + 1) == '/' => IndexOrEnd(text, "\n", start, 0),
        '/' when At(text, start + 1) == '*' => IndexOrEnd(text, "*/", start + 2, 2),
        '"' when At(text, start + 1) == '"' && At(text, start + 2) == '"' => RawEnd(text, start),
        '"' => QuotedEnd(text, start, '"', verbatim: IsVerbatim(text, start)),
        '\'' => QuotedEnd(text, start, '\'', verbatim: false),
        _ => start,
    };

    private static int RawEnd(string text, int start)
    {
        var quotes = 3;
        while (At(text, start + quotes) == '"')
        {
            quotes++;
        }

        return IndexOrEnd(text, new string('"', quotes), start + quotes, quotes);
    }

    private static int QuotedEnd(string text, int start, char quote, bool verbatim)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote && verbatim && At(text, i + 1) == quote)
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
            else if (!verbatim && text[i] == '\\')
            {
                i++;
            }
            else if (!verbatim && text[i] == '\n')
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool IsVerbatim(string text, int quote) =>
        At(text, quote - 1) == '@' || (At(text, quote - 1) == '$' && At(text, quote - 2) == '@');

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    private static int IndexOrEnd(string text, string value, int from, int length)
    {
        var index = from < text.Length ? text.IndexOf(value, from, StringComparison.Ordinal) : -1;
        return index < 0 ? text.Length : index + length;
    }
}
