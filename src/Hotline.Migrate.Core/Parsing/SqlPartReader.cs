using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Parsing;

/// <summary>Reads the parts of a script one after the other: of a text at hand, or of one that is read on with a window of bounded size.</summary>
/// <remarks>The window grows only for a single statement, or a single line of COPY data, that does not fit into it.</remarks>
internal sealed class SqlPartReader
{
    private const int UsualWindow = 1 << 17;

    private readonly string path;
    private readonly TextReader? source;
    private readonly bool hasDirectives;
    private char[] buffer = [];
    private ReadOnlyMemory<char> text;
    private bool hasMore;
    private int position;
    private int line;
    private int column;
    private long bytes;
    private readonly int windowLength;
    private (bool Now, bool OfSession) strings = (true, true);
    private SqlPart part;

    /// <summary>Reads a text at hand.</summary>
    public SqlPartReader(string path, ReadOnlyMemory<char> text, bool hasDirectives)
        : this(path, text, null, hasDirectives, new(path, 1, 1), 0, true)
    {
    }

    /// <summary>Reads on.</summary>
    /// <param name="path">What to call the script in messages.</param>
    /// <param name="text">What was read of it so far.</param>
    /// <param name="source">Where the rest is read from.</param>
    /// <param name="hasDirectives">Whether <c>-- hm:</c> lines are directives.</param>
    /// <param name="where">Where <paramref name="text"/> begins.</param>
    /// <param name="bytes">The same in bytes of UTF-8 from the start of the file.</param>
    /// <param name="standardStrings"><c>standard_conforming_strings</c> as the script has set it before.</param>
    /// <param name="windowLength">How much of it is held at least.</param>
    public SqlPartReader(
        string path,
        ReadOnlyMemory<char> text,
        TextReader? source,
        bool hasDirectives,
        SourceLocation where,
        long bytes,
        bool standardStrings,
        int windowLength = UsualWindow)
    {
        this.windowLength = windowLength;
        this.path = path;
        this.text = text;
        this.source = source;
        this.hasDirectives = hasDirectives;
        this.bytes = bytes;
        (line, column) = (where.Line, where.Column);
        strings = (standardStrings, standardStrings);
        hasMore = source is not null;
    }

    /// <summary>Whether only a window of the script is held.</summary>
    public bool IsStreamed => source is not null;

    /// <summary>What the part is.</summary>
    public SqlPartKind Kind => part.Kind;

    /// <summary>The part's text.</summary>
    public ReadOnlySpan<char> Text => text.Span.Slice(part.Start, part.Length);

    /// <summary>Where the part begins.</summary>
    public SourceLocation Where => new(path, part.Line, part.Column);

    /// <summary>Whether it is <c>COPY ... FROM stdin</c>.</summary>
    public bool HasData => part.HasData;

    /// <summary>The part's first byte in the file, where it is streamed.</summary>
    public long StartByte { get; private set; }

    /// <summary><c>standard_conforming_strings</c> as it is for the part.</summary>
    public bool StandardStrings { get; private set; } = true;

    /// <summary>The first quote or comment that holds a line which would open a section.</summary>
    public SourceLocation? Suspect { get; private set; }

    /// <summary>What is kept of the script's text, for <see cref="SectionText"/>.</summary>
    public SectionText? Kept { get; set; }

    /// <summary>Ends what <c>SET LOCAL</c> changed.</summary>
    public void EndTransaction() => strings = (strings.OfSession, strings.OfSession);

    /// <summary>Forgets every setting of the script.</summary>
    public void EndSession() => strings = (true, true);

    /// <summary>Finds the next part; <c>false</c> behind the last one.</summary>
    /// <exception cref="DiagnosticException">Something is never closed, or is not SQL for the server.</exception>
    public bool Read()
    {
        while (true)
        {
            StandardStrings = strings.Now;
            var splitter = new SqlSplitter(
                text.Span[position..],
                new(path) { Line = line, Column = column, HasDirectives = hasDirectives, HasMore = hasMore, LeavesData = IsStreamed })
            { Strings = strings, Suspect = Suspect };
            var result = splitter.Read(out var found);
            switch (result)
            {
                case SqlReadResult.NeedsMore:
                    Fill();
                    break;
                case SqlReadResult.End:
                    Suspect = splitter.Suspect;
                    Advance(text.Length);
                    return false;
                default:
                    (strings, Suspect) = (splitter.Strings, splitter.Suspect);
                    var (start, end) = (found.Start + position, found.End + position);
                    StartByte = IsStreamed ? bytes + Encoding.UTF8.GetByteCount(text.Span[position..start]) : 0;
                    part = found with { Start = start, End = end, DataStart = found.HasData ? found.DataStart + position : 0 };
                    Advance(end);
                    return true;
            }
        }
    }

    /// <summary>The data of a <c>COPY ... FROM stdin</c> in a text at hand.</summary>
    public string WholeData() => text.Slice(part.DataStart, part.DataLength).ToString();

    /// <summary>The next lines of the data of a <c>COPY ... FROM stdin</c> in a streamed text; <c>false</c> behind the last one.</summary>
    /// <exception cref="DiagnosticException">The data has no end.</exception>
    public bool ReadData(out ReadOnlyMemory<char> lines)
    {
        while (true)
        {
            var rest = text.Span[position..];
            var length = DataLines.Length(rest, !hasMore, out var isEnd);
            if (length > 0)
            {
                lines = text.Slice(position, length);
                Advance(position + length);
                return true;
            }

            if (isEnd)
            {
                lines = default;
                Advance(position + @"\.".Length);
                return false;
            }

            if (!hasMore)
            {
                throw SqlProblems.CopyUnterminated(Where);
            }

            // What was handed out is gone; the part's own text goes with it.
            Fill();
        }
    }

    /// <summary>What was kept up to the part at hand, or up to the end of the script.</summary>
    public SectionText TakeKept(bool toEnd)
    {
        var kept = Kept!;
        kept.Append(text.Span, toEnd ? text.Length : part.Start);
        Kept = null;
        return kept;
    }

    /// <summary>Begins to keep the script's text behind the part at hand.</summary>
    public void Keep() => Kept = new(IsStreamed, position, bytes);

    private void Advance(int to)
    {
        var passed = text.Span[position..to];
        (line, column) = new LineCounter(text.Span[position..], line, column).At(passed.Length);
        bytes += IsStreamed ? Encoding.UTF8.GetByteCount(passed) : 0;
        position = to;
    }

    private void Fill()
    {
        Kept?.Append(text.Span, position);
        var rest = text.Length - position;
        var target = rest + 2 > buffer.Length || rest > buffer.Length / 2 ? new char[Math.Max(windowLength, (rest * 2) + 2)] : buffer;
        text.Span[position..].CopyTo(target);
        Kept?.Restart();
        buffer = target;
        position = 0;
        var length = rest;
        // A reader of whole characters needs room for two.
        while (length + 2 <= buffer.Length && hasMore)
        {
            var read = source!.Read(buffer.AsSpan(length));
            hasMore = read > 0;
            length += read;
        }

        text = buffer.AsMemory(0, length);
    }
}
