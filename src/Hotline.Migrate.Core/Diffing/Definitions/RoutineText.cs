using Hotline.Migrate.Diffing.Expressions;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>A routine's definition in its parts.</summary>
/// <param name="Head">Everything but the body.</param>
/// <param name="Body">What PostgreSQL reads when the routine is called, and not before: the string after <c>AS</c>.</param>
/// <param name="Atomic">A body that PostgreSQL takes in as it is created: <c>BEGIN ATOMIC</c>, <c>RETURN</c>.</param>
/// <param name="Language">The language, in lower case.</param>
internal sealed record RoutineText(IReadOnlyList<Token> Head, IReadOnlyList<Token> Body, IReadOnlyList<Token> Atomic, string Language)
{
    public static RoutineText Of(string definition)
    {
        var tokens = Tokens.Of(definition);
        var language = "sql";
        var depth = 0;
        var head = tokens.Count;
        Token? body = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > 0 || i == 0)
            {
                continue;
            }

            if (tokens[i].Text == "language" && i + 1 < tokens.Count)
            {
                language = tokens[i + 1].Kind == TokenKind.Text ? StringText.Value(tokens[i + 1].Text).ToLowerInvariant() : tokens[i + 1].Name ?? "";
            }
            else if (tokens[i].Text == "as" && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Text)
            {
                body = tokens[i + 1];
            }
            else if (IsAtomic(tokens, i))
            {
                head = i;
                break;
            }
        }

        return new RoutineText(
            tokens[..head],
            body is { } text ? Tokens.Of(StringText.Value(text.Text)) : [],
            tokens[head..],
            language);
    }

    /// <summary>The names in the body that PostgreSQL looks up when it checks it as it is created.</summary>
    public IReadOnlyList<Token> Checked => Language switch
    {
        "sql" => Body,
        "plpgsql" => Declarations(),
        _ => [],
    };

    private static bool IsAtomic(List<Token> tokens, int at) =>
        (tokens[at].Text == "begin" && at + 1 < tokens.Count && tokens[at + 1].Text == "atomic")
        || (tokens[at].Text == "return" && tokens[at].Kind == TokenKind.Word);

    // Of a PL/pgSQL body only the types of its variables are looked up.
    private List<Token> Declarations()
    {
        var result = new List<Token>();
        var inside = false;
        foreach (var token in Body)
        {
            inside = token.Text == "declare" || (inside && token.Text != "begin");
            if (inside)
            {
                result.Add(token);
            }
        }

        return result;
    }
}
