namespace Hotline.Migrate.Parsing;

/// <summary>What a statement says the script is encoded in.</summary>
internal static class ClientEncoding
{
    /// <summary>An encoding other than the script's own, UTF-8; <c>null</c> where the statement sets none.</summary>
    public static string? OtherThanUtf8(string sql)
    {
        var encoding = SettingChange.Of(sql, "client_encoding", out _) ?? OfSetNames(sql);
        return encoding is null || Plain(encoding) is "utf8" or "unicode" or "default" or "" ? null : encoding;
    }

    private static string? OfSetNames(string sql)
    {
        var words = new SqlWords(sql);
        return words.Take("SET") && words.Take("NAMES") && !words.IsAtEnd ? words.Next().Trim('\'').ToString() : null;
    }

    // PostgreSQL passes over everything else in the name of an encoding.
    private static string Plain(string encoding) => string.Concat(encoding.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));
}
