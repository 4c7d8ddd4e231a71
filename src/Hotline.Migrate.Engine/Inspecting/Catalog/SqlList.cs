namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Takes apart parenthesised lists in the text of PostgreSQL's own deparsers.</summary>
internal static class SqlList
{
    /// <summary>The items between the parenthesis at <paramref name="open"/> and its partner; <paramref name="end"/> is behind that.</summary>
    public static List<string> Split(string text, int open, out int end)
    {
        var items = new List<string>();
        var depth = 1;
        var start = open + 1;
        var i = start;
        for (; depth > 0; i++)
        {
            switch (text[i])
            {
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                case ',' when depth == 1:
                    items.Add(text[start..i].Trim());
                    start = i + 1;
                    break;
                case '\'' or '"':
                    i = text.IndexOf(text[i], i + 1);
                    break;
            }
        }

        end = i;
        return items;
    }

    /// <summary>Where <paramref name="word"/> begins outside of quotes; -1 if nowhere.</summary>
    public static int IndexOf(string text, string word)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '"')
            {
                i = text.IndexOf(text[i], i + 1);
            }
            else if (string.CompareOrdinal(text, i, word, 0, word.Length) == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
