using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>The words of a statement, or of a part of one, by which its effect is told.</summary>
internal sealed class StatementWords : StatementTokens
{
    /// <summary>All tokens of <paramref name="sql"/>.</summary>
    public StatementWords(string sql)
        : base(sql, Read(sql))
    {
    }

    private StatementWords(string sql, List<SqlToken> tokens)
        : base(sql, tokens)
    {
    }

    /// <summary>Steps over <c>IF EXISTS</c> or <c>IF NOT EXISTS</c>.</summary>
    public bool TakeIfExists() => Take("IF", "EXISTS") || Take("IF", "NOT", "EXISTS");

    /// <summary>Steps behind the keywords, wherever they are outside of parentheses; to nowhere when they are not there.</summary>
    public bool Find(params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        while (!IsAtEnd)
        {
            if (Take(keywords))
            {
                return true;
            }

            Skip();
        }

        Index = start;
        return false;
    }

    /// <summary>Whether the keywords stand somewhere outside of parentheses.</summary>
    public bool Has(params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        var found = Find(keywords);
        Index = start;
        return found;
    }

    /// <summary>Steps over one identifier.</summary>
    public string? Identifier()
    {
        if (Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier))
        {
            return null;
        }

        var text = Token.ToString();
        Index++;
        return text.IndexOf('"', StringComparison.Ordinal) is >= 0 and var quote
            ? text[(quote + 1)..Math.Max(quote + 1, text.Length - 1)].Replace("\"\"", "\"", StringComparison.Ordinal)
            : SqlNames.Lowered(text);
    }

    /// <summary>Steps over a name with its qualifications.</summary>
    public RelationName? Name()
    {
        if (Identifier() is not { } name)
        {
            return null;
        }

        string? schema = null;
        while (IsSymbol('.'))
        {
            Index++;
            (schema, name) = (name, Identifier() ?? "");
        }

        TakeSymbol('*');
        return new RelationName(schema, name);
    }

    /// <summary>Steps over a column's name and gives the table before it.</summary>
    public RelationName? Qualifier()
    {
        List<string> names = [];
        do
        {
            names.Add(Identifier() ?? "");
        }
        while (TakeSymbol('.'));
        return names switch
        {
            [.., var schema, var table, _] => new RelationName(schema, table),
            [var table, _] => new RelationName(null, table),
            _ => null,
        };
    }

    /// <summary>Steps over names with commas between them.</summary>
    public IReadOnlyList<RelationName> Names()
    {
        List<RelationName> names = [];
        do
        {
            Take("ONLY");
            if (Name() is { } name)
            {
                names.Add(name);
            }
        }
        while (TakeSymbol(','));
        return names;
    }

    /// <summary>What is left, cut at the commas outside of parentheses.</summary>
    public IEnumerable<StatementWords> Parts()
    {
        while (!IsAtEnd)
        {
            var start = Index;
            while (!IsAtEnd && !IsSymbol(','))
            {
                Skip();
            }

            yield return new StatementWords(Text, Tokens[start..Math.Min(Index, Tokens.Count)]);
            Index++;
        }
    }

    /// <summary>Steps over parentheses and gives what is in them.</summary>
    public StatementWords? Parenthesised()
    {
        if (Kind != SqlTokenKind.OpenParenthesis)
        {
            return null;
        }

        var open = Index;
        Skip();
        return new StatementWords(Text, Tokens[(open + 1)..Math.Max(open + 1, Math.Min(Index, Tokens.Count) - 1)]);
    }

    /// <summary>The text from the token at hand up to the first of the keywords outside of parentheses, or to the end.</summary>
    public string TextUpTo(params ReadOnlySpan<string> keywords)
    {
        var start = Index;
        while (!IsAtEnd && !IsAny(keywords))
        {
            Skip();
        }

        return TextBetween(start, Index);
    }

    /// <summary>The names that are called like functions, parentheses included.</summary>
    public IEnumerable<string> CalledFunctions()
    {
        for (var i = Index; i + 1 < Tokens.Count; i++)
        {
            if (Tokens[i].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier && Tokens[i + 1].Kind == SqlTokenKind.OpenParenthesis)
            {
                yield return SqlNames.Lowered(Text.Substring(Tokens[i].Start, Tokens[i].Length).Trim('"'));
            }
        }
    }

    private static List<SqlToken> Read(string sql)
    {
        List<SqlToken> tokens = [];
        var lexer = new SqlLexer(sql);
        for (var token = lexer.NextSignificant(); token.Kind is not (SqlTokenKind.End or SqlTokenKind.Semicolon); token = lexer.NextSignificant())
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private bool IsAny(ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (Is(keyword))
            {
                return true;
            }
        }

        return false;
    }
}
