namespace Hotline.Migrate.Diagnostics;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
public static class NearestName
{
    /// <summary>The closest of <paramref name="names"/>, or <c>null</c> where none is close enough to be meant.</summary>
    public static string? Of(string mistyped, IEnumerable<string> names)
    {
        var limit = Math.Max(1, mistyped.Length / 3 + 1);
        return names
            .Select(name => (Name: name, Distance: Distance(mistyped.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
