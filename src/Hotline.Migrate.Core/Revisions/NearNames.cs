namespace Hotline.Migrate.Revisions;

/// <summary>Which names somebody may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>The nearest of <paramref name="names"/>, best first: a few typing errors away from the name or from its beginning.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names)
    {
        var limit = Math.Min(3, typed.Length / 3);
        var near =
            from name in names.Distinct(StringComparer.Ordinal)
            let distance = Math.Min(Distance(typed, name), Distance(typed, name[..Math.Min(name.Length, typed.Length)]))
            where distance <= limit
            orderby distance, name
            select name;
        return [.. near.Take(Most)];
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between the two; case does not count.</summary>
    private static int Distance(string a, string b)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
