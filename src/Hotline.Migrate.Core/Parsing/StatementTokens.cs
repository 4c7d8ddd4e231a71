namespace Hotline.Migrate.Parsing;

/// <summary>Walks over the tokens of a statement, or of a part of one, comments left out; it can go back.</summary>
internal abstract class StatementTokens(string text, List<SqlToken> tokens)
{
    /// <summary>The number of the token at hand; set it to go back.</summary>
    public int Index { get; set; }

    /// <summary>Whether no token is left.</summary>
    public bool IsAtEnd => Index >= tokens.Count;

    /// <summary>The kind of the token at hand.</summary>
    public SqlTokenKind Kind => KindAt(0);

    /// <summary>The text of the token at hand.</summary>
    public ReadOnlySpan<char> Token => IsAtEnd ? default : text.AsSpan(tokens[Index].Start, tokens[Index].Length);

    /// <summary>What the tokens were read from.</summary>
    protected string Text => text;

    /// <summary>The tokens, comments left out.</summary>
    protected List<SqlToken> Tokens => tokens;

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

    /// <summary>Steps over the token at hand; a parenthesis or bracket goes with all that is in it.</summary>
    public void Skip()
    {
        for (var depth = 0; !IsAtEnd; Index++)
        {
            depth += IsSymbol('(') || IsSymbol('[') ? 1 : IsSymbol(')') || IsSymbol(']') ? -1 : 0;
            if (depth <= 0)
            {
                Index++;
                return;
            }
        }
    }

    /// <summary>The text from one token up to another, which is left out; as written, without what stands around it.</summary>
    public string TextBetween(int first, int behind) =>
        first >= behind || first >= tokens.Count ? "" : text[tokens[first].Start..tokens[Math.Min(behind, tokens.Count) - 1].End];
}
