using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>The options of a text search dictionary whose template stays.</summary>
internal static class DictionaryOptions
{
    /// <summary>The statement that changes the options; none if more than those differs.</summary>
    public static IReadOnlyList<string> Change(SqlObject old, SqlObject @new)
    {
        var before = Options(old);
        var after = Options(@new);
        if (before is null || after is null || before.GetValueOrDefault("template") != after.GetValueOrDefault("template"))
        {
            return [];
        }

        // An option without a value goes back to the template's default.
        string[] changes =
        [
            .. before.Keys.Except(after.Keys).Order(StringComparer.Ordinal),
            .. after.Where(o => before.GetValueOrDefault(o.Key) != o.Value).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key} = {o.Value}"),
        ];
        return changes.Length == 0 ? [] : [$"ALTER {SqlObjectWords.Full(@new)} ({string.Join(", ", changes)})"];
    }

    private static Dictionary<string, string>? Options(SqlObject dictionary)
    {
        var words = DefinitionWords.Of(dictionary.Definition);
        var open = words.IndexOf("(");
        var options = open < 0 ? [] : WordList.Split(words.Skip(open + 1).SkipLast(1));
        return options.Count > 0 && options.TrueForAll(o => o is [_, "=", _, ..]) && options.DistinctBy(o => o[0]).Count() == options.Count
            ? options.ToDictionary(o => o[0], o => string.Concat(o.Skip(2)), StringComparer.Ordinal)
            : null;
    }
}
