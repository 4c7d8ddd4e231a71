using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Walks over the tokens of one statement, comments left out; it can go back.</summary>
internal sealed class StatementCursor
{
    private readonly string path;
    private readonly string text;
    private readonly List<SqlToken> tokens = [];
    private readonly int end;

    /// <summary>Starts at the first token of a statement.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="part">The statement.</param>
    public StatementCursor(string path, string text, SqlPart part)
    {
        this.path = path;
        this.text = text;
        end = part.Start + part.Length;
        var lexer = new SqlLexer(text.AsSpan(0, end), part.Start);
        for (var token = lexer.NextSignificant(); token.Kind != SqlTokenKind.End; token = lexer.NextSignificant())
        {
            tokens.Add(token);
        }
    }

    /// <summary>The number of the token at hand; set it to go back.</summary>
    public int Index { get; set; }

    /// <summary>Whether no token is left.</summary>
    public bool IsAtEnd => Index >= tokens.Count;

    /// <summary>The kind of the token at hand.</summary>
    public SqlTokenKind Kind => KindAt(0);

    /// <summary>The text of the token at hand.</summary>
    public ReadOnlySpan<char> Token => IsAtEnd ? default : text.AsSpan(tokens[Index].Start, tokens[Index].Length);

    /// <summary>Where the statement begins.</summary>
    public SourceLocation Start => At(tokens.Count == 0 ? end : tokens[0].Start);

    /// <summary>Where the token at hand is.</summary>
    public SourceLocation Here => At(Position);

    private int Position => IsAtEnd ? end : tokens[Index].Start;

    /// <summary>The kind of a later token.</summary>
    public SqlTokenKind KindAt(int offset) => Index + offset < tokens.Count ? tokens[Index + offset].Kind : SqlTokenKind.End;

    /// <summary>Whether the token at hand is the keyword.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && Token.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token at hand is the character.</summary>
    public bool IsSymbol(char symbol) =>
        Kind is SqlTokenKind.Symbol or SqlTokenKind.OpenParenthesis or SqlTokenKind.CloseParenthesis && Token[0] == symbol;

    /// <summary>Steps over the keywords, where they follow one another here; else over nothing.</summary>
    public bool Take(params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        foreach (var keyword in keywords)
        {
            if (!Is(keyword))
            {
                Index = start;
                return false;
            }

            Index++;
        }

        return true;
    }

    /// <summary>Steps over the character, where it is the token at hand.</summary>
    public bool TakeSymbol(char symbol)
    {
        var matches = IsSymbol(symbol);
        Index += matches ? 1 : 0;
        return matches;
    }

    /// <summary>Steps over the keyword, which has to be here.</summary>
    public void Expect(string keyword)
    {
        if (!Take(keyword))
        {
            throw Unexpected(keyword);
        }
    }

    /// <summary>Steps over the character, which has to be here.</summary>
    public void ExpectSymbol(char symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    /// <summary>Nothing may follow.</summary>
    public void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Unexpected("the end of the statement");
        }
    }

    /// <summary>Steps over the token at hand; a parenthesis goes with all that is in it.</summary>
    public void Skip()
    {
        for (var depth = 0; !IsAtEnd; Index++)
        {
            depth += Token[0] is '(' or '[' && IsSymbol(Token[0]) ? 1 : IsSymbol(')') || IsSymbol(']') ? -1 : 0;
            if (depth <= 0)
            {
                Index++;
                return;
            }
        }
    }

    /// <summary>Steps on to the keyword outside of parentheses; to the end where there is none.</summary>
    public bool SkipTo(string keyword)
    {
        while (!IsAtEnd && !Is(keyword))
        {
            Skip();
        }

        return !IsAtEnd;
    }

    /// <summary>The text from one token up to the token at hand, which is left out.</summary>
    public string TextFrom(int index) => TextBetween(index, Index);

    /// <summary>The text from one token up to another, which is left out; as written, without what stands around it.</summary>
    public string TextBetween(int first, int behind) =>
        first >= behind || first >= tokens.Count ? "" : text[tokens[first].Start..tokens[Math.Min(behind, tokens.Count) - 1].End];

    /// <summary>Steps over parentheses and tells what is in them, as written.</summary>
    public string Parenthesised()
    {
        if (Kind != SqlTokenKind.OpenParenthesis)
        {
            throw Unexpected("'('");
        }

        var open = Index;
        Skip();
        return TextBetween(open + 1, Index - 1);
    }

    /// <summary>The refusal of a statement that cannot be read on.</summary>
    public DiagnosticException Unexpected(string expected) => Refused(DiagnosticCodes.SchemaFileSyntax, IsAtEnd
        ? $"The statement ends where {expected} is expected."
        : $"'{Shortened(Token)}' stands where {expected} is expected.");

    /// <summary>A refusal at the token at hand.</summary>
    public DiagnosticException Refused(string code, string summary, params IReadOnlyList<string> next) => Refused(Here, code, summary, next);

    /// <summary>A refusal of the whole statement.</summary>
    public DiagnosticException RefusedWhole(string code, string summary, params IReadOnlyList<string> next) => Refused(Start, code, summary, next);

    private static DiagnosticException Refused(SourceLocation where, string code, string summary, IReadOnlyList<string> next) => new(
        FailureKind.Usage,
        new Diagnostic { Code = code, Summary = summary, Where = where, NextActions = next });

    private static string Shortened(ReadOnlySpan<char> token)
    {
        const int most = 40;
        var line = token.IndexOfAny('\r', '\n') is >= 0 and var newLine ? token[..newLine] : token;
        return line.Length > most || line.Length < token.Length ? string.Create(CultureInfo.InvariantCulture, $"{line[..Math.Min(line.Length, most)]}...") : line.ToString();
    }

    private SourceLocation At(int position)
    {
        var (line, column) = new LineCounter(text).At(position);
        return new SourceLocation(path, line, column);
    }
}
