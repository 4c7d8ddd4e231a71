namespace Hotline.Migrate.Parsing;

/// <summary>The data behind <c>COPY ... FROM stdin;</c>: from the next line on, up to a line that is <c>\.</c>.</summary>
/// <param name="Start">The first character of the data, or of what should not stand there.</param>
/// <param name="DataEnd">The end of the data: where its <c>\.</c> line begins.</param>
/// <param name="End">The position behind the <c>\.</c> line.</param>
/// <param name="Problem">Why there is none.</param>
internal readonly record struct CopyData(int Start, int DataEnd, int End, CopyDataProblem Problem)
{
    /// <summary>Finds the data of the statement that ends before <paramref name="position"/>.</summary>
    /// <param name="text">The script.</param>
    /// <param name="position">The position behind the semicolon.</param>
    /// <param name="isFinal">Whether no text follows, so that a line may end with it.</param>
    public static CopyData Find(ReadOnlySpan<char> text, int position, bool isFinal)
    {
        var first = FindStart(text, position, isFinal);
        if (first.Problem != CopyDataProblem.None)
        {
            return first;
        }

        for (var at = first.Start; at >= 0; at = NextLine(text, at))
        {
            var candidate = text[at..];
            if (candidate.StartsWith("\\.") && LineLength(candidate) == 2 && (isFinal || candidate.Length > 2))
            {
                return new(first.Start, at, at + 2, CopyDataProblem.None);
            }
        }

        return new(position, position, position, CopyDataProblem.Unterminated);
    }

    /// <summary>Finds where the data begins. It is not looked at: it ends where it starts.</summary>
    public static CopyData FindStart(ReadOnlySpan<char> text, int position, bool isFinal)
    {
        var line = text[position..];
        var isWhole = isFinal || LineLength(line) < line.Length;
        var rest = line[..LineLength(line)].TrimStart(" \t\f\v");
        if (isWhole && !rest.IsEmpty && !rest.StartsWith("--"))
        {
            var at = position + LineLength(line) - rest.Length;
            return new(at, at, at, CopyDataProblem.Misplaced);
        }

        // A CR at the end of the text at hand may be half of a line end.
        var start = NextLine(text, position);
        return start < 0 || (!isFinal && start == text.Length && text[^1] == '\r')
            ? new(position, position, position, CopyDataProblem.Unterminated)
            : new(start, start, start, CopyDataProblem.None);
    }

    private static int NextLine(ReadOnlySpan<char> text, int position)
    {
        var end = text[position..].IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return -1;
        }

        end += position;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private static int LineLength(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny('\r', '\n');
        return end < 0 ? line.Length : end;
    }
}
