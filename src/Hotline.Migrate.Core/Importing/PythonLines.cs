using System.Text;

namespace Hotline.Migrate.Importing;

/// <summary>Cuts a Python file into its logical lines of tokens. It reads; it never runs anything.</summary>
internal sealed class PythonLines(string text)
{
    private readonly List<IReadOnlyList<PythonToken>> lines = [];
    private List<PythonToken> current = [];
    private int position;
    private int line = 1;
    private int lineStart;
    private int depth;

    /// <summary>The logical lines; the column of the first token is the indentation.</summary>
    public static IReadOnlyList<IReadOnlyList<PythonToken>> Of(string text) => new PythonLines(text).Read();

    private List<IReadOnlyList<PythonToken>> Read()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '\n')
            {
                EndLine();
            }
            else if (c == '#')
            {
                var end = text.IndexOf('\n', position);
                position = end < 0 ? text.Length : end;
            }
            else if (c == '\\' && Peek(1) == '\n')
            {
                position += 2;
                NextLine(position);
            }
            else if (char.IsWhiteSpace(c))
            {
                position++;
            }
            else if (StringPrefix() is { } prefix)
            {
                ReadString(prefix);
            }
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                var start = position;
                while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
                {
                    position++;
                }

                Add(PythonTokenKind.Word, text[start..position], start);
            }
            else
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
                Add(PythonTokenKind.Sign, c.ToString(), position++);
            }
        }

        depth = 0;
        EndLine();
        return lines;
    }

    private void EndLine()
    {
        position++;
        NextLine(position);
        if (depth <= 0 && current.Count > 0)
        {
            lines.Add(current);
            current = [];
        }
    }

    private void NextLine(int start) => (line, lineStart) = (line + 1, start);

    private char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    // The letters before the quote, or null where no string begins here.
    private string? StringPrefix()
    {
        for (var length = 0; length <= 2 && position + length < text.Length; length++)
        {
            var c = text[position + length];
            if (c is '"' or '\'')
            {
                return text.Substring(position, length).ToLowerInvariant();
            }

            if (!"rRbBuUfF".Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }

    private void ReadString(string prefix)
    {
        var start = position;
        position += prefix.Length;
        var quote = text[position];
        var fence = text.AsSpan(position).StartsWith($"{quote}{quote}{quote}") ? new string(quote, 3) : quote.ToString();
        position += fence.Length;
        var (firstLine, column) = (line, start - lineStart + 1);
        var isRaw = prefix.Contains('r', StringComparison.Ordinal);
        var value = new StringBuilder();
        while (position < text.Length && !text.AsSpan(position).StartsWith(fence))
        {
            var c = text[position];
            if (c == '\n')
            {
                if (fence.Length == 1)
                {
                    break;
                }

                NextLine(position + 1);
            }

            if (c == '\\' && position + 1 < text.Length)
            {
                Escape(value, isRaw);
            }
            else
            {
                value.Append(c);
                position++;
            }
        }

        position = Math.Min(text.Length, position + fence.Length);
        current.Add(new PythonToken(
            PythonTokenKind.String, value.ToString(), firstLine, column, !prefix.Contains('f', StringComparison.Ordinal) && !prefix.Contains('b', StringComparison.Ordinal)));
    }

    private void Escape(StringBuilder value, bool isRaw)
    {
        var c = text[position + 1];
        if (c == '\n')
        {
            NextLine(position + 2);
        }

        position += 2;
        if (isRaw)
        {
            value.Append('\\').Append(c);
            return;
        }

        switch (c)
        {
            case '\n': break;
            case 'n': value.Append('\n'); break;
            case 't': value.Append('\t'); break;
            case 'r': value.Append('\r'); break;
            case '\\' or '\'' or '"': value.Append(c); break;
            case 'x': Hex(value, 2); break;
            case 'u': Hex(value, 4); break;
            case 'U': Hex(value, 8); break;
            default: value.Append('\\').Append(c); break;
        }
    }

    private void Hex(StringBuilder value, int length)
    {
        if (position + length <= text.Length
            && int.TryParse(text.AsSpan(position, length), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code))
        {
            value.Append(new Rune(code).ToString());
            position += length;
        }
    }

    private void Add(PythonTokenKind kind, string token, int start) =>
        current.Add(new PythonToken(kind, token, line, start - lineStart + 1));
}
