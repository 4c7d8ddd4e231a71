namespace Hotline.Migrate.Parsing;

/// <summary>The tokens of a statement, with how deep in parentheses each stands.</summary>
internal sealed class FeatureTokens : StatementTokens
{
    private readonly int[] depths;

    private FeatureTokens(string sql, List<SqlToken> tokens)
        : base(sql, tokens)
    {
        depths = new int[tokens.Count];
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth -= tokens[i].Kind == SqlTokenKind.CloseParenthesis ? 1 : 0;
            depths[i] = depth;
            depth += tokens[i].Kind == SqlTokenKind.OpenParenthesis ? 1 : 0;
        }
    }

    /// <summary>Cuts a statement up.</summary>
    public static FeatureTokens Of(string sql)
    {
        var tokens = new List<SqlToken>();
        var lexer = new SqlLexer(sql);
        for (var token = lexer.NextSignificant(); token.Kind is not (SqlTokenKind.End or SqlTokenKind.Semicolon); token = lexer.NextSignificant())
        {
            tokens.Add(token);
        }

        return new FeatureTokens(sql, tokens);
    }

    /// <summary>In how many parentheses the token at hand stands.</summary>
    public int Depth => IsAtEnd ? 0 : depths[Index];

    /// <summary>Where the token at hand begins.</summary>
    public int Position => IsAtEnd ? Text.Length : Tokens[Index].Start;

    /// <summary>Whether the token at hand can be a name.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;

    /// <summary>Whether the keywords follow one another here.</summary>
    public bool IsAt(params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        var taken = Take(keywords);
        Index = start;
        return taken;
    }

    /// <summary>Whether the keywords stand anywhere, in as many parentheses as are said.</summary>
    public bool Has(int depth, params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        for (Index = 0; !IsAtEnd; Index++)
        {
            if (Depth == depth && IsAt(keywords))
            {
                Index = start;
                return true;
            }
        }

        Index = start;
        return false;
    }
}
