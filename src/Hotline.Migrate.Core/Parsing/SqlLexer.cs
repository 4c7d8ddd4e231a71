using System.Buffers;

namespace Hotline.Migrate.Parsing;

/// <summary>Cuts SQL into tokens by the rules of PostgreSQL's own scanner, without allocating.</summary>
/// <remarks>
/// Only what decides where a token ends is looked at. As in PostgreSQL, white space is ASCII alone, and every
/// character beyond ASCII may be part of an identifier or of a dollar quote's tag.
/// </remarks>
internal ref struct SqlLexer(ReadOnlySpan<char> text, int position = 0, bool standardStrings = true)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\r', '\n');
    private static readonly SearchValues<char> QuoteOrBackslash = SearchValues.Create('\'', '\\');
    private static readonly SearchValues<char> StarOrSlash = SearchValues.Create('*', '/');

    private readonly ReadOnlySpan<char> text = text;
    private int position = position;

    /// <summary>Where the next token is looked for.</summary>
    public int Position
    {
        readonly get => position;
        set => position = value;
    }

    /// <summary><c>standard_conforming_strings</c>: whether a backslash in <c>'...'</c> is a plain character.</summary>
    public bool StandardStrings { get; set; } = standardStrings;

    /// <summary>Whether the last token would go on in a text that is longer: what a string goes on with may stand behind the end.</summary>
    public bool LookedToEnd { get; private set; }

    /// <summary>The next token, comments included; <see cref="SqlTokenKind.End"/> again and again behind the last one.</summary>
    public SqlToken Next()
    {
        LookedToEnd = false;
        while (position < text.Length && IsSpace(text[position]))
        {
            position++;
        }

        var start = position;
        if (start == text.Length)
        {
            return new(SqlTokenKind.End, start, 0);
        }

        var (kind, closed) = Read(text[start]);
        return new(kind, start, position - start, closed);
    }

    /// <summary>The next token that PostgreSQL sees.</summary>
    public SqlToken NextSignificant()
    {
        var token = Next();
        while (token.IsComment)
        {
            token = Next();
        }

        return token;
    }

    private (SqlTokenKind Kind, bool Closed) Read(char first)
    {
        switch (first)
        {
            case '-' when At(1) == '-':
                SkipLine();
                return (SqlTokenKind.LineComment, true);
            case '/' when At(1) == '*':
                return (SqlTokenKind.BlockComment, SkipBlockComment());
            case '\'':
                return (SqlTokenKind.String, SkipString(1, !StandardStrings));
            case '"':
                return (SqlTokenKind.QuotedIdentifier, SkipQuotedIdentifier(1));
            case '$':
                return ReadDollar();
            case ';':
                return Single(SqlTokenKind.Semicolon);
            case '(':
                return Single(SqlTokenKind.OpenParenthesis);
            case ')':
                return Single(SqlTokenKind.CloseParenthesis);
            case '\\':
                return Single(SqlTokenKind.Backslash);
            case >= '0' and <= '9':
                SkipWhile(IsIdentifierPartButDollar);
                return (SqlTokenKind.Number, true);
            default:
                return IsIdentifierStart(first) ? ReadWord(first) : Single(SqlTokenKind.Symbol);
        }
    }

    private (SqlTokenKind Kind, bool Closed) ReadWord(char first)
    {
        switch (first, At(1), At(2))
        {
            case ('e' or 'E', '\'', _):
                return (SqlTokenKind.String, SkipString(2, escapes: true));
            case ('n' or 'N', '\'', _):
                return (SqlTokenKind.String, SkipString(2, !StandardStrings));
            case ('b' or 'B' or 'x' or 'X', '\'', _):
                return (SqlTokenKind.String, SkipString(2, escapes: false));
            case ('u' or 'U', '&', '\''):
                return (SqlTokenKind.String, SkipString(3, escapes: false));
            case ('u' or 'U', '&', '"'):
                return (SqlTokenKind.QuotedIdentifier, SkipQuotedIdentifier(3));
            default:
                SkipWhile(IsIdentifierPart);
                return (SqlTokenKind.Word, true);
        }
    }

    private (SqlTokenKind Kind, bool Closed) ReadDollar()
    {
        if (char.IsAsciiDigit(At(1)))
        {
            position++;
            SkipWhile(char.IsAsciiDigit);
            return (SqlTokenKind.Parameter, true);
        }

        var tagEnd = position + 1;
        if (IsIdentifierStart(At(1)))
        {
            while (tagEnd < text.Length && IsIdentifierPartButDollar(text[tagEnd]))
            {
                tagEnd++;
            }
        }

        if (tagEnd >= text.Length || text[tagEnd] != '$')
        {
            return Single(SqlTokenKind.Symbol);
        }

        var delimiter = text[position..(tagEnd + 1)];
        var body = tagEnd + 1;
        var end = text[body..].IndexOf(delimiter);
        position = end < 0 ? text.Length : body + end + delimiter.Length;
        return (SqlTokenKind.DollarString, end >= 0);
    }

    private bool SkipBlockComment()
    {
        position += 2;
        for (var depth = 1; depth > 0;)
        {
            var next = text[position..].IndexOfAny(StarOrSlash);
            if (next < 0 || position + next + 1 >= text.Length)
            {
                position = text.Length;
                return false;
            }

            position += next;
            switch (text[position], text[position + 1])
            {
                case ('*', '/'):
                    depth--;
                    position += 2;
                    break;
                case ('/', '*'):
                    depth++;
                    position += 2;
                    break;
                default:
                    position++;
                    break;
            }
        }

        return true;
    }

    /// <summary>A string goes on after its closing quote when the next one is on a later line; so do its escapes.</summary>
    private bool SkipString(int prefix, bool escapes)
    {
        position += prefix;
        while (SkipStringPart(escapes))
        {
            var continuation = Continuation();
            if (continuation < 0)
            {
                return true;
            }

            position = continuation;
        }

        return false;
    }

    private bool SkipStringPart(bool escapes)
    {
        while (true)
        {
            var next = escapes ? text[position..].IndexOfAny(QuoteOrBackslash) : text[position..].IndexOf('\'');
            if (next < 0)
            {
                position = text.Length;
                return false;
            }

            position += next;
            if (text[position] == '\'' && At(1) != '\'')
            {
                position++;
                return true;
            }

            // A doubled quote, or a backslash and what it escapes.
            position = Math.Min(position + 2, text.Length);
        }
    }

    /// <summary>The position behind the quote that goes on with the string, or -1. Only line comments may stand between.</summary>
    private int Continuation()
    {
        var newLine = false;
        var next = position;
        while (next < text.Length)
        {
            switch (text[next])
            {
                case '\r' or '\n':
                    newLine = true;
                    next++;
                    break;
                case ' ' or '\t' or '\f' or '\v':
                    next++;
                    break;
                case '-' when next + 1 < text.Length && text[next + 1] == '-':
                    var end = text[next..].IndexOfAny(LineEnds);
                    next = end < 0 ? text.Length : next + end;
                    break;
                case '\'' when newLine:
                    return next + 1;
                default:
                    return -1;
            }
        }

        LookedToEnd = true;
        return -1;
    }

    private bool SkipQuotedIdentifier(int prefix)
    {
        position += prefix;
        while (true)
        {
            var next = text[position..].IndexOf('"');
            if (next < 0)
            {
                position = text.Length;
                return false;
            }

            position += next + 1;
            if (At(0) != '"')
            {
                return true;
            }

            position++;
        }
    }

    private void SkipLine()
    {
        var end = text[position..].IndexOfAny(LineEnds);
        position = end < 0 ? text.Length : position + end;
    }

    private void SkipWhile(Func<char, bool> belongs)
    {
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }
    }

    private (SqlTokenKind Kind, bool Closed) Single(SqlTokenKind kind)
    {
        position++;
        return (kind, true);
    }

    private readonly char At(int offset) => position + offset < text.Length ? text[position + offset] : '\0';

    private static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    private static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c) || c is '_' or >= '\u0080';

    private static bool IsIdentifierPartButDollar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or >= '\u0080';

    private static bool IsIdentifierPart(char c) => IsIdentifierPartButDollar(c) || c == '$';
}
