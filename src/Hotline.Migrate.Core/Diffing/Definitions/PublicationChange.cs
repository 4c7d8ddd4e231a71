using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>What a publication publishes, and its options.</summary>
internal static class PublicationChange
{
    private static readonly (string Name, string Default)[] Defaults =
    [
        ("publish", "'insert, update, delete, truncate'"),
        ("publish_via_partition_root", "false"),
        ("publish_generated_columns", "none"),
    ];

    /// <summary>The statements that change it in place; none if it has to be made anew.</summary>
    public static IReadOnlyList<string> Of(SqlObject old, SqlObject @new)
    {
        var (oldList, oldOptions) = Parts(old);
        var (newList, newOptions) = Parts(@new);
        if (oldOptions.Concat(newOptions).Any(o => !Defaults.Any(d => d.Name == o.Key))
            || (!oldList.SequenceEqual(newList) && (IsNothingOrAll(oldList) || IsNothingOrAll(newList))))
        {
            return [];
        }

        var alter = $"ALTER {SqlObjectWords.Full(@new)} SET";
        var options = Defaults
            .Where(d => oldOptions.GetValueOrDefault(d.Name, d.Default) != newOptions.GetValueOrDefault(d.Name, d.Default))
            .Select(d => $"{d.Name} = {newOptions.GetValueOrDefault(d.Name, d.Default)}")
            .ToList();
        return
        [
            .. oldList.SequenceEqual(newList) ? Array.Empty<string>() : [$"{alter} {List(@new)}"],
            .. options.Count > 0 ? [$"{alter} ({string.Join(", ", options)})"] : Array.Empty<string>(),
        ];
    }

    private static bool IsNothingOrAll(IReadOnlyList<string> list) => list is [] or ["all", ..];

    private static (List<string> List, Dictionary<string, string> Options) Parts(SqlObject publication)
    {
        var words = DefinitionWords.Of(publication.Definition);
        var with = WordList.Find(words, 0, "with");
        var start = Math.Min(WordList.Find(words, 0, "for"), with);
        var options = WordList.Split(words.Skip(with + 2).SkipLast(1)).Where(o => o.Count > 0);
        return (
            [.. words.Take(with).Skip(start + 1)],
            options.ToDictionary(o => o[0], o => o.Count > 2 ? string.Concat(o.Skip(2)) : "true", StringComparer.Ordinal));
    }

    // The text as it stands there, between FOR and WITH.
    private static string List(SqlObject publication)
    {
        var tokens = Expressions.Tokens.Of(publication.Definition);
        var words = tokens.Select(t => t.Text).ToList();
        var start = WordList.Find(words, 0, "for");
        var end = WordList.Find(words, start, "with");
        return publication.Definition[tokens[start + 1].Start..(tokens[end - 1].Start + tokens[end - 1].Length)];
    }
}
