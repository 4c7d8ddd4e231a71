namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>Finds the columns that (nearly) all tables share, and moves them to a base class.</summary>
internal static class BaseClass
{
    private const int FewestTables = 3;
    private const double NearlyAll = 0.8;

    /// <summary>The properties of the base class, in the order of the first class that has them; empty when the tables share too little.</summary>
    public static IReadOnlyList<PropertyText> Properties(IReadOnlyList<ClassText> classes)
    {
        var fewest = Math.Max(FewestTables, (int)Math.Ceiling(classes.Count * NearlyAll));
        var counts = classes
            .SelectMany(c => c.Properties)
            .Where(p => p.IsShareable)
            .GroupBy(p => p.Text, StringComparer.Ordinal)
            .Select(g => (Text: g.Key, Count: g.Count()))
            .Where(g => g.Count >= fewest)
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Text, StringComparer.Ordinal)
            .ToList();

        // Each of them is in nearly all tables, but all of them together may not be.
        for (; counts.Count > 0; counts.RemoveAt(counts.Count - 1))
        {
            var texts = counts.Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
            var deriving = classes.Where(c => HasAll(c, texts)).ToArray();
            if (deriving.Length >= fewest)
            {
                return [.. deriving[0].Properties.Where(p => texts.Contains(p.Text))];
            }
        }

        return [];
    }

    /// <summary>The class, derived from the base class when it has all of its properties.</summary>
    public static ClassText Derive(ClassText text, IReadOnlyList<PropertyText> shared, string reference)
    {
        var texts = shared.Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
        return shared.Count > 0 && HasAll(text, texts)
            ? text with { Base = reference, Properties = [.. text.Properties.Where(p => !p.IsShareable || !texts.Contains(p.Text))] }
            : text;
    }

    private static bool HasAll(ClassText text, HashSet<string> texts) => texts.IsSubsetOf(text.Properties.Where(p => p.IsShareable).Select(p => p.Text));
}
