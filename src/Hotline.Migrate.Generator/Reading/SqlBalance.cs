namespace Hotline.Migrate.Generator.Reading;

/// <summary>Finds what is not closed in the SQL of an attribute. Whether the rest is SQL, the server says.</summary>
internal static class SqlBalance
{
    /// <summary>What is wrong with the text, or <c>null</c>.</summary>
    public static string? Problem(string sql)
    {
        var open = new Stack<char>();
        for (var i = 0; i < sql.Length; i++)
        {
            switch (sql[i])
            {
                case '\'' or '"':
                    if ((i = Quote(sql, i)) < 0)
                    {
                        return "a quote is not closed";
                    }

                    break;
                case '$' when Tag(sql, i) is { } tag:
                    var end = sql.IndexOf(tag, i + tag.Length, StringComparison.Ordinal);
                    if (end < 0)
                    {
                        return $"'{tag}' is not closed";
                    }

                    i = end + tag.Length - 1;
                    break;
                case '-' when Next(sql, i) == '-':
                    i = sql.IndexOf('\n', i);
                    if (i < 0)
                    {
                        return "a comment at its end hides what follows; write it as /* ... */";
                    }

                    break;
                case '/' when Next(sql, i) == '*':
                    if ((i = Comment(sql, i)) < 0)
                    {
                        return "a comment is not closed";
                    }

                    break;
                case '(' or '[':
                    open.Push(sql[i]);
                    break;
                case ')' or ']':
                    if (open.Count == 0 || open.Pop() != (sql[i] == ')' ? '(' : '['))
                    {
                        return $"a '{sql[i]}' closes nothing";
                    }

                    break;
                case ';':
                    return "a ';' ends a statement, and this is a part of one";
            }
        }

        return open.Count > 0 ? $"a '{open.Peek()}' is not closed" : null;
    }

    /// <summary>Where the quote ends, or -1. A doubled one belongs to the text, and in <c>E'...'</c> an escaped one, too.</summary>
    private static int Quote(string sql, int start)
    {
        var escapes = sql[start] == '\'' && start > 0 && sql[start - 1] is 'E' or 'e' && (start == 1 || !IsWord(sql[start - 2]));
        for (var i = start + 1; i < sql.Length; i++)
        {
            if (escapes && sql[i] == '\\')
            {
                i++;
            }
            else if (sql[i] == sql[start])
            {
                if (Next(sql, i) != sql[start])
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>Where the comment ends, or -1; comments nest.</summary>
    private static int Comment(string sql, int start)
    {
        var depth = 0;
        for (var i = start; i < sql.Length - 1; i++)
        {
            var step = (sql[i], sql[i + 1]) switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            i += step != 0 ? 1 : 0;
            if ((depth += step) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>$$</c> or <c>$tag$</c>; a <c>$</c> inside of a name or before a number is none.</summary>
    private static string? Tag(string sql, int start)
    {
        if (start > 0 && IsWord(sql[start - 1]))
        {
            return null;
        }

        var end = start + 1;
        while (end < sql.Length && (char.IsLetter(sql[end]) || sql[end] == '_' || (end > start + 1 && char.IsDigit(sql[end]))))
        {
            end++;
        }

        return end < sql.Length && sql[end] == '$' ? sql.Substring(start, end - start + 1) : null;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';
}
