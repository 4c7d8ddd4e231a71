namespace Hotline.Migrate.Parsing;

/// <summary>Reads which parameter of the session a statement sets back: <c>RESET</c> and <c>SET ... TO DEFAULT</c>.</summary>
public static class SettingReset
{
    /// <summary>What <see cref="Of"/> says of <c>RESET ALL</c>.</summary>
    public const string All = "all";

    /// <summary>The parameter in lower case, or <see cref="All"/>; <c>null</c> for another statement.</summary>
    public static string? Of(string sql)
    {
        var words = new SqlWords(sql);
        if (words.Take("RESET"))
        {
            return words.Name()?.ToLowerInvariant();
        }

        if (!words.Take("SET"))
        {
            return null;
        }

        _ = words.Take("LOCAL") || words.Take("SESSION");
        return words.Name() is { } name && (words.Take("TO") || words.TakeSymbol('=')) && words.Is("DEFAULT") ? name.ToLowerInvariant() : null;
    }
}
