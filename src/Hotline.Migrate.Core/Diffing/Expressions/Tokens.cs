namespace Hotline.Migrate.Diffing.Expressions;

/// <summary>Takes an SQL expression apart, as far as comparing it and finding names in it needs.</summary>
internal static class Tokens
{
    /// <summary>The tokens of <paramref name="sql"/> without space and comments.</summary>
    public static List<Token> Of(string sql)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < sql.Length;)
        {
            var end = End(sql, at, out var kind);
            if (kind is { } known)
            {
                var text = sql[at..end];
                tokens.Add(known switch
                {
                    TokenKind.Word => new Token(known, text.ToLowerInvariant(), text.ToLowerInvariant(), at, end - at),
                    TokenKind.QuotedName => new Token(known, text, Unquote(text), at, end - at),
                    _ => new Token(known, text, null, at, end - at),
                });
            }

            at = end;
        }

        return tokens;
    }

    private static int End(string sql, int at, out TokenKind? kind)
    {
        var c = sql[at];
        kind = TokenKind.Symbol;
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\f' or '\v':
                kind = null;
                return at + 1;
            case '-' when Follows(sql, at, "--"):
                kind = null;
                var line = sql.IndexOf('\n', at);
                return line < 0 ? sql.Length : line + 1;
            case '/' when Follows(sql, at, "/*"):
                kind = null;
                return CommentEnd(sql, at);
            case '"':
                kind = TokenKind.QuotedName;
                return Closing(sql, at + 1, '"', backslash: false);
            case '\'':
                kind = TokenKind.Text;
                return Closing(sql, at + 1, '\'', backslash: false);
            case 'e' or 'E' when Follows(sql, at + 1, "'"):
                kind = TokenKind.Text;
                return Closing(sql, at + 2, '\'', backslash: true);
            case 'b' or 'B' or 'x' or 'X' or 'n' or 'N' when Follows(sql, at + 1, "'"):
                kind = TokenKind.Text;
                return Closing(sql, at + 2, '\'', backslash: false);
            case '$' when DollarEnd(sql, at) is { } end:
                kind = TokenKind.Text;
                return end;
            case ':' when Follows(sql, at, "::"):
                return at + 2;
            case >= '0' and <= '9':
                kind = TokenKind.Number;
                return While(sql, at, d => char.IsAsciiLetterOrDigit(d) || d is '.' or '_');
            default:
                if (char.IsLetter(c) || c == '_' || char.IsSurrogate(c))
                {
                    kind = TokenKind.Word;
                    return While(sql, at, d => char.IsLetterOrDigit(d) || d is '_' or '$' || char.IsSurrogate(d));
                }

                return at + 1;
        }
    }

    private static bool Follows(string sql, int at, string text) =>
        at <= sql.Length && sql.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private static int While(string sql, int at, Func<char, bool> belongs)
    {
        while (at < sql.Length && belongs(sql[at]))
        {
            at++;
        }

        return at;
    }

    private static int Closing(string sql, int at, char quote, bool backslash)
    {
        for (; at < sql.Length; at++)
        {
            if (backslash && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == quote)
            {
                if (at + 1 == sql.Length || sql[at + 1] != quote)
                {
                    return at + 1;
                }

                at++;
            }
        }

        return sql.Length;
    }

    private static int CommentEnd(string sql, int at)
    {
        var depth = 0;
        while (at < sql.Length)
        {
            if (Follows(sql, at, "/*"))
            {
                depth++;
                at += 2;
            }
            else if (Follows(sql, at, "*/"))
            {
                at += 2;
                if (--depth == 0)
                {
                    return at;
                }
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private static int? DollarEnd(string sql, int at)
    {
        var tagEnd = While(sql, at + 1, c => char.IsLetterOrDigit(c) || c == '_');
        if (tagEnd >= sql.Length || sql[tagEnd] != '$' || (tagEnd > at + 1 && char.IsDigit(sql[at + 1])))
        {
            return null;
        }

        var tag = sql[at..(tagEnd + 1)];
        var close = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + tag.Length;
    }

    private static string Unquote(string text) => (text.Length > 1 ? text[1..^1] : text).Replace("\"\"", "\"", StringComparison.Ordinal);
}
