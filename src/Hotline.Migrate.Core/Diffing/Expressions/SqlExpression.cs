using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Expressions;

/// <summary>Compares SQL expressions and finds or renames names in them. Both sides are texts of our own, so this is light on purpose.</summary>
internal static class SqlExpression
{
    /// <summary>Whether both say the same but for space, comments, outer parentheses, needless quotes, and casts of strings to text.</summary>
    public static bool Same(string? left, string? right) =>
        left == right || (left is not null && right is not null && Normalize(left) == Normalize(right));

    /// <summary>As <see cref="Same(string?, string?)"/>, and a literal may be cast to <paramref name="type"/> or not.</summary>
    public static bool SameDefault(string? left, string? right, string type) =>
        Same(left, right)
        || (left is not null && right is not null && Normalize(WithoutCast(left, type)) == Normalize(WithoutCast(right, type)));

    /// <summary>The names in it: of columns, tables, functions, and the key words.</summary>
    public static HashSet<string> Names(string? sql) => sql is null
        ? []
        : Tokens.Of(sql).SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names in it that may be columns or tables: neither the types of casts nor what stands in strings.</summary>
    public static HashSet<string> ReadNames(string sql)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tokens = Tokens.Of(sql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text == "::")
            {
                // A type may be qualified.
                i += Word(tokens, i + 2) == "." ? 3 : 1;
            }
            else if (tokens[i].Name is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Whether the name stands in it.</summary>
    public static bool Mentions(string? sql, string name) => sql is not null && Names(sql).Contains(name);

    private static IEnumerable<string> NamesOf(Token token) => token switch
    {
        { Name: { } name } => [name],
        // nextval('orders_number') names a sequence in a string.
        { Kind: TokenKind.Text } => Tokens.Of(token.Text.Trim('\'')).Select(t => t.Name).OfType<string>(),
        _ => [],
    };

    private static string Normalize(string sql)
    {
        var tokens = Tokens.Of(sql);
        while (IsWrapped(tokens))
        {
            tokens = tokens[1..^1];
        }

        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            text.Append(Spelling(tokens[i])).Append(' ');
            if (tokens[i].Kind == TokenKind.Text)
            {
                i += TextCast(tokens, i + 1);
            }
        }

        return text.ToString();
    }

    private static string Spelling(Token token) =>
        token.Kind == TokenKind.QuotedName ? SqlIdentifier.Quote(token.Name!) : token.Text;

    private static bool IsWrapped(List<Token> tokens)
    {
        if (tokens.Count < 3 || tokens[0].Text != "(" || tokens[^1].Text != ")")
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            depth += tokens[i].Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int TextCast(List<Token> tokens, int at) => (Word(tokens, at), Word(tokens, at + 1), Word(tokens, at + 2)) switch
    {
        ("::", "text", _) when Word(tokens, at + 2) != "[" => 2,
        ("::", "character", "varying") when Word(tokens, at + 3) is not ("(" or "[") => 3,
        _ => 0,
    };

    private static string? Word(List<Token> tokens, int at) => at < tokens.Count ? tokens[at].Text : null;

    private static string WithoutCast(string sql, string type)
    {
        var tokens = Tokens.Of(sql);
        var literal = tokens.Count > 0 && tokens[0].Text == "-" ? 1 : 0;
        return tokens.Count > literal + 2
            && tokens[literal].Kind is TokenKind.Text or TokenKind.Number
            && tokens[literal + 1].Text == "::"
            && SqlTypeName.TryNormalize(sql[tokens[literal + 2].Start..]) is { } cast
            && (cast == type || cast == SqlTypeName.WithoutModifiers(type))
                ? sql[..tokens[literal + 1].Start]
                : sql;
    }
}
