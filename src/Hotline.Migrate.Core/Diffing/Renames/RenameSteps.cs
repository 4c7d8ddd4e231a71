using System.Text;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Puts renames into an order in which every new name is free, with a step aside where a name is not.</summary>
internal static class RenameSteps
{
    private const int LongestStem = 55;

    /// <summary>The steps, each from a name that is there to one that is not.</summary>
    /// <param name="renames">Old to new name.</param>
    /// <param name="existing">The names that are there.</param>
    /// <param name="aside">A free name for what is in the way.</param>
    public static IReadOnlyList<(T Old, T New)> Of<T>(IReadOnlyDictionary<T, T> renames, IEnumerable<T> existing, Func<T, T> aside)
        where T : notnull, IComparable<T>
    {
        var there = existing.ToHashSet();
        var open = renames.OrderBy(r => r.Key).Select(r => (Old: r.Key, New: r.Value)).ToList();

        // What stays in the way of a rename is what will be dropped.
        var steps = open
            .Where(r => there.Contains(r.New) && !renames.ContainsKey(r.New))
            .Select(r => (Old: r.New, New: aside(r.New)))
            .ToList();
        foreach (var (old, @new) in steps)
        {
            there.Remove(old);
            there.Add(@new);
        }

        while (open.Count > 0)
        {
            var free = open.FindIndex(r => !there.Contains(r.New));
            if (free < 0)
            {
                // They wait for each other.
                var (old, @new) = open[0];
                var name = aside(old);
                steps.Add((old, name));
                there.Remove(old);
                there.Add(name);
                open[0] = (name, @new);
                continue;
            }

            steps.Add(open[free]);
            there.Remove(open[free].Old);
            there.Add(open[free].New);
            open.RemoveAt(free);
        }

        return steps;
    }

    /// <summary>A name that none of <paramref name="taken"/> is.</summary>
    public static string Aside(string name, IReadOnlySet<string> taken)
    {
        var stem = name;
        while (Encoding.UTF8.GetByteCount(stem) > LongestStem)
        {
            stem = stem[..^1];
        }

        var aside = stem + "_old";
        for (var i = 2; taken.Contains(aside); i++)
        {
            aside = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}_old{i}");
        }

        return aside;
    }
}
