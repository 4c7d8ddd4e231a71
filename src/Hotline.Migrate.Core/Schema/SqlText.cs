using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>SQL conditions and expressions as attributes give them.</summary>
internal static class SqlText
{
    /// <summary>The text without space around it and without parentheses that enclose all of it.</summary>
    public static string Unwrap(string sql)
    {
        var text = sql.Trim();
        while (text.Length > 1 && text[0] == '(' && ClosingOf(text) == text.Length - 1)
        {
            text = text.Substring(1, text.Length - 2).Trim();
        }

        return text;
    }

    /// <summary>The columns among <paramref name="columns"/> that the text names, in the order in which it does.</summary>
    public static IReadOnlyList<string> ColumnsIn(string sql, IEnumerable<string> columns)
    {
        var known = new HashSet<string>(columns, StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var word in Words(sql))
        {
            if (known.Contains(word) && !found.Contains(word))
            {
                found.Add(word);
            }
        }

        return found;
    }

    private static IEnumerable<string> Words(string sql)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= sql.Length; i++)
        {
            if (i < sql.Length && (char.IsLetterOrDigit(sql[i]) || sql[i] is '_' or '$'))
            {
                word.Append(sql[i]);
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (i < sql.Length && sql[i] is '\'' or '"')
            {
                var end = EndOfQuote(sql, i);
                if (sql[i] == '"')
                {
                    yield return sql.Substring(i + 1, Math.Max(0, end - i - 1)).Replace("\"\"", "\"");
                }

                i = end;
            }
        }
    }

    private static int ClosingOf(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\'' or '"':
                    i = EndOfQuote(text, i);
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
            }
        }

        return -1;
    }

    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start])
            {
                if (i + 1 == text.Length || text[i + 1] != text[start])
                {
                    return i;
                }

                i++;
            }
        }

        return text.Length - 1;
    }
}
