using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads one statement of a file, and says where it cannot be read on.</summary>
internal sealed class StatementCursor : StatementTokens
{
    private readonly string path;
    private readonly int end;

    /// <summary>Starts at the first token of a statement.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="part">The statement.</param>
    public StatementCursor(string path, string text, SqlPart part)
        : base(text, Read(text, part))
    {
        this.path = path;
        end = part.Start + part.Length;
    }

    /// <summary>Where the statement begins.</summary>
    public SourceLocation Start => At(Tokens.Count == 0 ? end : Tokens[0].Start);

    /// <summary>Where the token at hand is.</summary>
    public SourceLocation Here => At(IsAtEnd ? end : Tokens[Index].Start);

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

    private static List<SqlToken> Read(string text, SqlPart part)
    {
        List<SqlToken> tokens = [];
        var lexer = new SqlLexer(text.AsSpan(0, part.Start + part.Length), part.Start);
        for (var token = lexer.NextSignificant(); token.Kind != SqlTokenKind.End; token = lexer.NextSignificant())
        {
            tokens.Add(token);
        }

        return tokens;
    }

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
        var (line, column) = new LineCounter(Text).At(position);
        return new SourceLocation(path, line, column);
    }
}
