namespace Hotline.Migrate.Parsing;

/// <summary>Reads what a statement sets a parameter of the session to: <c>SET</c> and <c>SELECT set_config(...)</c>.</summary>
internal static class SettingChange
{
    /// <summary>The new value of <paramref name="name"/> without quotes; <c>null</c> where the statement leaves it alone.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="isLocal">Whether the end of the transaction undoes it.</param>
    public static string? Of(ReadOnlySpan<char> sql, string name, out bool isLocal)
    {
        isLocal = false;
        var words = new SqlWords(sql);
        if (words.Take("SET"))
        {
            return OfSet(ref words, name, out isLocal);
        }

        return words.Take("SELECT") && sql.Contains(name, StringComparison.OrdinalIgnoreCase) ? OfSetConfig(ref words, name, out isLocal) : null;
    }

    private static string? OfSet(ref SqlWords words, string name, out bool isLocal)
    {
        isLocal = words.Take("LOCAL");
        if (!isLocal)
        {
            words.Take("SESSION");
        }

        return words.Take(name) && (words.Take("TO") || words.TakeSymbol('=')) ? Unquote(words.Next()).ToString() : null;
    }

    private static string? OfSetConfig(ref SqlWords words, string name, out bool isLocal)
    {
        isLocal = false;
        if (words.Take("pg_catalog"))
        {
            words.TakeSymbol('.');
        }

        if (!words.Take("set_config") || !words.TakeOpenParenthesis() || !Unquote(words.Next()).Equals(name, StringComparison.OrdinalIgnoreCase)
            || !words.TakeSymbol(','))
        {
            return null;
        }

        var value = Unquote(words.Next()).ToString();
        isLocal = words.TakeSymbol(',') && StringSetting.Truth(Unquote(words.Next()));
        return value;
    }

    private static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('\'');
        return open >= 0 && text.Length > open + 1 && text[^1] == '\'' ? text[(open + 1)..^1] : text;
    }
}
