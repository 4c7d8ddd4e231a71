namespace Hotline.Migrate.Diagnostics;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
public static class NearestName
{
    /// <summary>The closest of <paramref name="names"/>, or <c>null</c> where none is close enough to be meant.</summary>
    public static string? Of(string mistyped, IEnumerable<string> names)
    {
        var limit = Math.Max(1, mistyped.Length / 3 + 1);
        return names
            .Select(name => (Name: name, Distance: EditDistance.Between(mistyped, name)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }
}
