namespace Hotline.Migrate.Parsing;

/// <summary>What a statement does to <c>standard_conforming_strings</c>, which decides how the strings behind it are read.</summary>
/// <param name="Value">The new value; <c>null</c> where the statement leaves it alone.</param>
/// <param name="IsLocal">Whether the end of the transaction undoes it.</param>
internal readonly record struct StringSetting(bool? Value, bool IsLocal)
{
    private const string Name = "standard_conforming_strings";

    /// <summary>Reads <c>SET</c>, <c>RESET</c>, <c>DISCARD ALL</c> and <c>SELECT set_config(...)</c>.</summary>
    public static StringSetting Of(ReadOnlySpan<char> sql)
    {
        var words = new SqlWords(sql);
        if (words.Take("RESET"))
        {
            return words.Take("ALL") || words.Take(Name) ? new(true, false) : default;
        }

        if (words.Take("DISCARD"))
        {
            return words.Take("ALL") ? new(true, false) : default;
        }

        if (words.Take("SET"))
        {
            return OfSet(ref words);
        }

        return words.Take("SELECT") && sql.Contains(Name, StringComparison.OrdinalIgnoreCase) ? OfSetConfig(ref words) : default;
    }

    private static StringSetting OfSet(ref SqlWords words)
    {
        var isLocal = words.Take("LOCAL");
        if (!isLocal)
        {
            words.Take("SESSION");
        }

        if (!words.Take(Name) || !(words.Take("TO") || words.TakeSymbol('=')))
        {
            return default;
        }

        return new(Truth(words.Next()), isLocal);
    }

    private static StringSetting OfSetConfig(ref SqlWords words)
    {
        if (words.Take("pg_catalog"))
        {
            words.TakeSymbol('.');
        }

        if (!words.Take("set_config") || !words.TakeOpenParenthesis() || !Unquote(words.Next()).Equals(Name, StringComparison.OrdinalIgnoreCase)
            || !words.TakeSymbol(','))
        {
            return default;
        }

        var value = Truth(words.Next());
        return new(value, words.TakeSymbol(',') && Truth(words.Next()));
    }

    /// <summary>Everything but a clear "off" is the default, which is "on".</summary>
    private static bool Truth(ReadOnlySpan<char> text)
    {
        var value = Unquote(text);
        return !(value.Length > 1 && "off".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase))
            && !(value.Length > 0 && ("false".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase)
                || "no".AsSpan().StartsWith(value, StringComparison.OrdinalIgnoreCase)
                || value is "0"));
    }

    private static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('\'');
        return open >= 0 && text.Length > open + 1 && text[^1] == '\'' ? text[(open + 1)..^1] : text;
    }
}
