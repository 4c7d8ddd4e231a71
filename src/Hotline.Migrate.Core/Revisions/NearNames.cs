using Hotline.Migrate.Diagnostics;

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
            let distance = Math.Min(EditDistance.Between(typed, name), EditDistance.Between(typed, name[..Math.Min(name.Length, typed.Length)]))
            where distance <= limit
            orderby distance, name
            select name;
        return [.. near.Take(Most)];
    }
}
