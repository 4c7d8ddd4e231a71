namespace Hotline.Migrate.Parsing;

/// <summary>Walks over a statement's tokens, comments left out, to recognise what statement it is.</summary>
internal ref struct SqlWords
{
    private readonly ReadOnlySpan<char> sql;
    private SqlLexer lexer;
    private SqlToken current;

    /// <summary>Starts at the first token of <paramref name="sql"/>.</summary>
    public SqlWords(ReadOnlySpan<char> sql)
    {
        this.sql = sql;
        lexer = new(sql);
        current = lexer.NextSignificant();
    }

    /// <summary>Whether no token is left.</summary>
    public readonly bool IsAtEnd => current.Kind is SqlTokenKind.End or SqlTokenKind.Semicolon;

    /// <summary>The kind of the token at hand.</summary>
    public readonly SqlTokenKind Kind => current.Kind;

    /// <summary>Where the token at hand begins.</summary>
    public readonly int Position => current.Start;

    /// <summary>The text of the token at hand.</summary>
    public readonly ReadOnlySpan<char> Text => sql.Slice(current.Start, current.Length);

    /// <summary>Whether the token at hand is the keyword.</summary>
    public readonly bool Is(string keyword) =>
        current.Kind == SqlTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Steps over the token at hand and tells its text.</summary>
    public ReadOnlySpan<char> Next()
    {
        var text = Text;
        current = lexer.NextSignificant();
        return text;
    }

    /// <summary>Steps over the keyword, where it is the token at hand.</summary>
    public bool Take(string keyword) => Advance(Is(keyword));

    /// <summary>Steps over an opening parenthesis, where it is the token at hand.</summary>
    public bool TakeOpenParenthesis() => Advance(current.Kind == SqlTokenKind.OpenParenthesis);

    /// <summary>Steps over a character such as <c>=</c> or <c>,</c>, where it is the token at hand.</summary>
    public bool TakeSymbol(char symbol) => Advance(current.Kind == SqlTokenKind.Symbol && sql[current.Start] == symbol);

    /// <summary>Steps over a name with its qualifications: <c>a."b".c</c>.</summary>
    public bool TakeName()
    {
        if (current.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier))
        {
            return false;
        }

        do
        {
            current = lexer.NextSignificant();
        }
        while (TakeSymbol('.') && current.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier);

        return true;
    }

    /// <summary>Steps on up to the keyword outside of parentheses; to the end where there is none.</summary>
    public bool SkipTo(string keyword)
    {
        for (var depth = 0; !IsAtEnd; current = lexer.NextSignificant())
        {
            depth += current.Kind switch
            {
                SqlTokenKind.OpenParenthesis => 1,
                SqlTokenKind.CloseParenthesis => -1,
                _ => 0,
            };
            if (depth == 0 && Is(keyword))
            {
                return true;
            }
        }

        return false;
    }

    private bool Advance(bool matches)
    {
        if (matches)
        {
            current = lexer.NextSignificant();
        }

        return matches;
    }
}
