using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>Finds the names in a definition and the role that each one has there.</summary>
/// <remarks>This is no parser: where the role is not clear the name counts as a weak hint. Every column of whatever is named is a star under the name "".</remarks>
internal sealed class NameChains
{
    private readonly IReadOnlyList<Token> tokens;
    private readonly Stack<bool> lists = new();
    private readonly List<NameChain> found = [];
    private bool inList;
    private bool expected;

    private NameChains(IReadOnlyList<Token> tokens) => this.tokens = tokens;

    public static IReadOnlyList<NameChain> Of(IReadOnlyList<Token> tokens)
    {
        var scan = new NameChains(tokens);
        for (var i = 0; i < tokens.Count;)
        {
            i = scan.Step(i);
        }

        return scan.found;
    }

    /// <summary>Whether the token may be the name of something; reserved words are not.</summary>
    public static bool IsName(Token token) =>
        token.Kind == TokenKind.QuotedName || (token.Kind == TokenKind.Word && !SqlKeywords.MustBeQuoted(token.Text));

    private int Step(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.QuotedName && Structure(token.Text, at))
        {
            return at + 1;
        }

        if (!IsName(token))
        {
            if (token.Text == "natural" || (token.Text == "*" && at > 0 && tokens[at - 1].Text is "select" or "," or "distinct" or "all"))
            {
                found.Add(new NameChain(at, [""], Star: true, IsCall: false, IsSource: false, "", null));
            }

            return at + 1;
        }

        var parts = new List<string> { token.Name! };
        var next = at + 1;
        var star = false;
        while (!star && Text(next) == "." && next + 1 < tokens.Count && (tokens[next + 1].Name is not null || Text(next + 1) == "*"))
        {
            star = Text(next + 1) == "*";
            if (!star)
            {
                parts.Add(tokens[next + 1].Name!);
            }

            next += 2;
        }

        var alias = expected ? Alias(next) : null;
        found.Add(new NameChain(at, parts, star, Text(next) == "(", expected, at == 0 ? "" : tokens[at - 1].Text, alias));
        expected = false;
        return next;
    }

    /// <summary>Whether the token only says what comes next.</summary>
    private bool Structure(string text, int at)
    {
        switch (text)
        {
            case "from" when at > 0 && tokens[at - 1].Text == "distinct" && at > 1 && tokens[at - 2].Text is "is" or "not":
                return true;
            case "from" or "table":
                (inList, expected) = (true, true);
                return true;
            case "join" or "into" or "update" or "references" or "on" or "to" or "setof":
                expected = true;
                return true;
            case "only" or "lateral":
                return true;
            case "(":
                lists.Push(inList);
                inList = expected;
                expected = expected && !IsCallOf(at);
                return true;
            case ")":
                (inList, expected) = (lists.Count > 0 && lists.Pop(), false);
                return true;
            case ",":
                expected = inList;
                return true;
            case "select" or "where" or "group" or "order" or "having" or "limit" or "union" or "intersect" or "except" or "set"
                or "window" or "returning" or "values" or "fetch" or "offset" or "for" or "using" or "execute" or "do":
                (inList, expected) = (false, false);
                return text is not ("set" or "values" or "do" or "execute");
            default:
                return false;
        }
    }

    private bool IsCallOf(int at) => at > 0 && tokens[at - 1].Text is "extract" or "substring" or "trim" or "overlay" or "position";

    private string? Alias(int at)
    {
        if (Text(at) == "*")
        {
            at++;
        }

        if (Text(at) == "as")
        {
            at++;
        }

        return at < tokens.Count && IsName(tokens[at]) ? tokens[at].Name : null;
    }

    private string? Text(int at) => at < tokens.Count ? tokens[at].Text : null;
}
