namespace Hotline.Migrate.Parsing;

/// <summary>Tells the lines of COPY data from the line <c>\.</c> that ends them.</summary>
internal static class DataLines
{
    /// <summary>The length of the whole data lines at the start of <paramref name="text"/>.</summary>
    /// <param name="text">The text from the start of a line on.</param>
    /// <param name="isFinal">Whether no text follows.</param>
    /// <param name="isEnd">Whether the line that ends the data stands behind them.</param>
    public static int Length(ReadOnlySpan<char> text, bool isFinal, out bool isEnd)
    {
        isEnd = false;
        var at = 0;
        while (at < text.Length)
        {
            var rest = text[at..];
            var end = rest.IndexOfAny('\r', '\n');
            var length = end < 0 ? rest.Length : end;
            if (length == 2 && rest.StartsWith("\\.") && (end >= 0 || isFinal))
            {
                isEnd = true;
                return at;
            }

            // A CR at the end of the text at hand may be half of a line end.
            if (end < 0 || (!isFinal && rest[end] == '\r' && end + 1 == rest.Length))
            {
                return at;
            }

            at += rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? end + 2 : end + 1;
        }

        return at;
    }
}
