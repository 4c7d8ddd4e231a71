namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Finds out which of the things that are gone have come back under another name.</summary>
/// <typeparam name="T">A name.</typeparam>
internal sealed class Matching<T>
    where T : class, IEquatable<T>
{
    private Matching(Dictionary<T, T> renames, List<(T Old, T New)> conflicts, List<T> gone, List<T> come)
    {
        Renames = renames;
        Conflicts = conflicts;
        Gone = gone;
        Come = come;
    }

    /// <summary>Old to new name.</summary>
    public Dictionary<T, T> Renames { get; }

    /// <summary>Hints that cannot be followed because both names are there already.</summary>
    public List<(T Old, T New)> Conflicts { get; }

    /// <summary>What is gone for good, as far as is known.</summary>
    public List<T> Gone { get; }

    /// <summary>What is new.</summary>
    public List<T> Come { get; }

    /// <summary>Matches by hints and answers.</summary>
    /// <param name="old">The names that are there.</param>
    /// <param name="new">The names that should be there, with their hints.</param>
    /// <param name="answered">Whether an answer says that the one became the other.</param>
    public static Matching<T> Of(IReadOnlyList<T> old, IReadOnlyList<NameMatch<T>> @new, Func<T, T, bool> answered)
    {
        var before = old.ToHashSet();
        var after = @new.Select(n => n.Key).ToHashSet();
        var renames = new Dictionary<T, T>();
        var taken = new HashSet<T>();

        // A name may become free because its owner is renamed itself, so this goes on until nothing changes.
        var open = @new.Where(n => n.Hint is { } hint && before.Contains(hint) && !hint.Equals(n.Key)).ToList();
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
            [.. old.Where(o => !after.Contains(o) && !renames.ContainsKey(o))],
            [.. @new.Select(n => n.Key).Where(n => !before.Contains(n) && !taken.Contains(n))]);
    }
}
