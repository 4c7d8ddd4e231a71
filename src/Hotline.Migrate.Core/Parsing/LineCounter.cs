namespace Hotline.Migrate.Parsing;

/// <summary>Tells line and column of positions; asked in rising order it reads the text once.</summary>
internal ref struct LineCounter(ReadOnlySpan<char> text, int firstLine = 1, int firstColumn = 1)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly int firstLine = firstLine;
    private readonly int firstColumn = firstColumn;
    private int line = firstLine;
    private int lineStart = 1 - firstColumn;
    private int counted;

    /// <summary>Line and column of <paramref name="position"/>. CR, LF and CRLF each end a line.</summary>
    public (int Line, int Column) At(int position)
    {
        if (position < counted)
        {
            (line, lineStart, counted) = (firstLine, 1 - firstColumn, 0);
        }

        while (true)
        {
            var next = text[counted..position].IndexOfAny('\r', '\n');
            if (next < 0)
            {
                // A long line is read once, however many positions in it are asked for.
                counted = position;
                break;
            }

            counted += next;
            var isPair = text[counted] == '\r' && counted + 1 < text.Length && text[counted + 1] == '\n';
            if (isPair && counted + 1 == position)
            {
                break;
            }

            counted += isPair ? 2 : 1;
            line++;
            lineStart = counted;
        }

        return (line, position - lineStart + 1);
    }
}
