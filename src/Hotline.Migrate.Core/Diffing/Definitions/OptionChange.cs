using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>The options of a foreign-data wrapper, server or foreign table of which nothing else changes.</summary>
internal static class OptionChange
{
    /// <summary>The statement that changes the options; none if more than those differs.</summary>
    public static IReadOnlyList<string> Of(SqlObject old, SqlObject @new)
    {
        var (before, oldOptions) = Parts(old);
        var (after, newOptions) = Parts(@new);
        if (!before.SequenceEqual(after))
        {
            return [];
        }

        string[] changes =
        [
            .. oldOptions.Keys.Except(newOptions.Keys).Order(StringComparer.Ordinal).Select(name => $"DROP {name}"),
            .. newOptions
                .Where(o => oldOptions.GetValueOrDefault(o.Key) != o.Value)
                .OrderBy(o => o.Key, StringComparer.Ordinal)
                .Select(o => $"{(oldOptions.ContainsKey(o.Key) ? "SET" : "ADD")} {o.Key} {o.Value}"),
        ];
        return changes.Length == 0 ? [] : [$"ALTER {SqlObjectWords.Full(@new)} OPTIONS ({string.Join(", ", changes)})"];
    }

    private static (List<string> Head, Dictionary<string, string> Options) Parts(SqlObject sqlObject)
    {
        var words = DefinitionWords.Of(sqlObject.Definition);
        var at = WordList.Find(words, 0, "options");
        var options = WordList.Split(words.Skip(at + 2).SkipLast(1)).Where(o => o.Count == 2);
        return (words[..at], options.ToDictionary(o => o[0], o => o[1], StringComparer.Ordinal));
    }
}
