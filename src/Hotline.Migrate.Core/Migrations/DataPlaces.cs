using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Follows statements of a run, and knows whether data still is where it was before them.</summary>
/// <remarks>
/// A table that is empty before the run may have rows when a statement drops it: one before it may fill it, or give its name to another
/// table. So only statements that surely do neither keep the knowledge, and what they drop makes its name mean something else.
/// </remarks>
internal sealed class DataPlaces
{
    private readonly HashSet<string> gone = new(StringComparer.OrdinalIgnoreCase);
    private bool isLost;

    /// <summary>Whether what the database has now tells what <paramref name="from"/> names when the next statement runs.</summary>
    public bool AreKnown(IReadOnlyList<LostRows> from) => !isLost && from.Count > 0 && !from.Any(rows => gone.Contains(rows.Table));

    /// <summary>A statement runs; what it takes away is <paramref name="loss"/>.</summary>
    public void Pass(string? sql, LossStatement? loss)
    {
        isLost |= sql is null || !KeepsPlaces(sql);
        if (loss is { Code: Diagnostics.DiagnosticCodes.DropTable })
        {
            gone.UnionWith(loss.From.Select(rows => rows.Table));
        }
    }

    private static bool KeepsPlaces(string sql)
    {
        var words = new SqlWords(sql);
        return words.IsAtEnd || words.Is("CREATE") || words.Is("DROP") || words.Is("COMMENT") || words.Is("GRANT") || words.Is("REVOKE")
            || words.Is("ANALYZE") || words.Is("TRUNCATE")
            || (words.Take("ALTER") && KeepsPlaces(ref words))
            || (words.Take("SET") && !sql.Contains("search_path", StringComparison.OrdinalIgnoreCase) && !words.Is("SCHEMA") && !words.Is("ROLE") && !words.Is("SESSION"));
    }

    private static bool KeepsPlaces(ref SqlWords words)
    {
        for (; !words.IsAtEnd; words.Next())
        {
            if (words.Is("RENAME") || words.Is("SCHEMA") || words.Is("ATTACH") || words.Is("INHERIT") || words.Is("USING"))
            {
                return false;
            }
        }

        return true;
    }
}
