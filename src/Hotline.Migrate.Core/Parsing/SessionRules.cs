namespace Hotline.Migrate.Parsing;

/// <summary>Knows which statements leave the settings and the role of their session alone.</summary>
public static class SessionRules
{
    /// <summary>Whether what runs behind the statement finds the session as it was before.</summary>
    /// <remarks>
    /// Told by its first word, so a doubt counts as a change: behind SET, SELECT, DO or CALL the runner puts the session right again,
    /// behind the statements that most migrations are made of it need not.
    /// </remarks>
    public static bool LeavesSessionAlone(string sql)
    {
        var words = new SqlWords(sql);
        Span<char> first = stackalloc char[10];
        var length = words.Kind == SqlTokenKind.Word && words.Text.Length <= first.Length ? words.Text.ToUpperInvariant(first) : 0;
        return first[..length] switch
        {
            "CREATE" or "ALTER" or "DROP" or "COMMENT" or "GRANT" or "REVOKE" or "INSERT" or "UPDATE" or "DELETE" or "MERGE"
                or "TRUNCATE" or "COPY" or "LOCK" or "ANALYZE" or "REFRESH" or "REINDEX" or "SECURITY" =>
                !sql.Contains("set_config", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
