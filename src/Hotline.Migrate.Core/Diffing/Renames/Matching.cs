namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Finds out which of the things that are gone have come back under another name.</summary>
/// <typeparam name="T">A name.</typeparam>
internal sealed class Matching<T>
    where T : class, IEquatable<T>
{
    private Matching(Dictionary<T, T> renames, List<(T Old, T New)> conflicts, WrongHints<T> wrong, List<T> gone, List<T> come)
    {
        Renames = renames;
        Conflicts = conflicts;
        Wrong = wrong;
        Gone = gone;
        Come = come;
    }

    /// <summary>Old to new name.</summary>
    public Dictionary<T, T> Renames { get; }

    /// <summary>Hints that cannot be followed because both names are there already.</summary>
    public List<(T Old, T New)> Conflicts { get; }

    /// <summary>Hints that say nothing that could be done.</summary>
    public WrongHints<T> Wrong { get; }

    /// <summary>What is gone for good, as far as is known.</summary>
    public List<T> Gone { get; }

    /// <summary>What is new.</summary>
    public List<T> Come { get; }

    /// <summary>Matches by hints and answers.</summary>
    /// <param name="old">The names that are there.</param>
    /// <param name="new">The names that should be there, with their hints.</param>
    /// <param name="answered">Whether an answer says that the one became the other.</param>
    /// <param name="exchanged">As <paramref name="answered"/>, of names that are there before or after as well; <c>null</c> when there are no answers.</param>
    public static Matching<T> Of(
        IReadOnlyList<T> old, IReadOnlyList<NameMatch<T>> @new, Func<T, T, bool> answered, Func<T, T, bool>? exchanged = null)
    {
        var before = old.ToHashSet();
        var after = @new.Select(n => n.Key).ToHashSet();
        var renames = Exchanged(old, [.. after], before, exchanged);
        var taken = renames.Values.ToHashSet();
        var doubled = new List<(T Old, T New, T Other)>();

        // A name may become free because its owner is renamed itself, so this goes on until nothing changes.
        var open = @new.Where(n => n.Hint is { } hint && before.Contains(hint) && !hint.Equals(n.Key) && !taken.Contains(n.Key)).ToList();
        for (var found = true; found;)
        {
            found = false;
            foreach (var item in open.Where(n => !before.Contains(n.Key) || renames.ContainsKey(n.Key)).ToList())
            {
                open.Remove(item);
                if (renames.TryAdd(item.Hint!, item.Key))
                {
                    taken.Add(item.Key);
                    found = true;
                }
                else
                {
                    doubled.Add((item.Hint!, item.Key, renames[item.Hint!]));
                }
            }
        }

        foreach (var gone in old.Where(o => !after.Contains(o) && !renames.ContainsKey(o)))
        {
            if (@new.FirstOrDefault(n => !before.Contains(n.Key) && !taken.Contains(n.Key) && answered(gone, n.Key)) is { } match)
            {
                renames.Add(gone, match.Key);
                taken.Add(match.Key);
            }
        }

        // Where the old name is still wanted, the hint is only one of a rename that is done.
        var conflicts = open.Where(n => !after.Contains(n.Hint!) && !renames.ContainsKey(n.Hint!)).Select(n => (n.Hint!, n.Key)).ToList();
        return new Matching<T>(
            renames,
            conflicts,
            new WrongHints<T>(
                doubled,
                Circles(open),
                [.. @new.Where(n => n.Hint is { } hint && !before.Contains(n.Key) && !taken.Contains(n.Key) && !before.Contains(hint)).Select(n => (n.Hint!, n.Key))],
                [.. renames.Where(r => after.Contains(r.Key) && !taken.Contains(r.Key) && @new.Any(n => n.Key.Equals(r.Value) && r.Key.Equals(n.Hint))).Select(r => (r.Key, r.Value))]),
            [.. old.Where(o => !after.Contains(o) && !renames.ContainsKey(o))],
            [.. @new.Select(n => n.Key).Where(n => !before.Contains(n) && !taken.Contains(n))]);
    }

    // An answer is given once, so it may exchange names, which a hint that stays in the model cannot. Each name must become free.
    private static Dictionary<T, T> Exchanged(IReadOnlyList<T> old, HashSet<T> after, HashSet<T> before, Func<T, T, bool>? exchanged)
    {
        var renames = new Dictionary<T, T>();
        if (exchanged is null)
        {
            return renames;
        }

        foreach (var name in old)
        {
            if (after.FirstOrDefault(n => !n.Equals(name) && (after.Contains(name) || before.Contains(n)) && exchanged(name, n)) is { } match && !renames.ContainsValue(match))
            {
                renames.Add(name, match);
            }
        }

        while (renames.FirstOrDefault(r => before.Contains(r.Value) && !renames.ContainsKey(r.Value)) is { Key: { } blocked })
        {
            renames.Remove(blocked);
        }

        return renames;
    }

    // Both names are there before and after, so that nobody can tell whether they have been exchanged already.
    private static List<(T Old, T New)> Circles(IReadOnlyList<NameMatch<T>> open)
    {
        var hints = open.ToDictionary(n => n.Key, n => n.Hint!);
        return [.. open.Where(n => LeadsBack(hints, n.Key)).Select(n => (n.Hint!, n.Key))];
    }

    private static bool LeadsBack(Dictionary<T, T> hints, T start)
    {
        var seen = new HashSet<T>();
        for (var name = start; hints.TryGetValue(name, out var before) && seen.Add(name); name = before)
        {
            if (before.Equals(start))
            {
                return true;
            }
        }

        return false;
    }
}
