namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>A view's definition in its parts.</summary>
/// <param name="Columns">The names of the columns, where they are given in front of the query.</param>
/// <param name="Options">The options by name, the check option among them.</param>
/// <param name="Query">The words of the query.</param>
internal sealed record ViewShape(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Query)
{
    private static readonly string[] AfterFrom = ["where", "group", "having", "window", "order", "limit", "offset", "fetch", "for"];

    public static ViewShape? Of(string definition)
    {
        var words = DefinitionWords.Of(definition);
        var view = words.IndexOf("view");
        var start = WordList.Find(words, 0, "as");
        if (view < 0 || start == words.Count)
        {
            return null;
        }

        var head = words[view..start];
        var columns = WordList.Find(head, 0, "(");
        var with = WordList.Find(head, 0, "with");
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in WordList.Split(head.Skip(with + 2).SkipLast(1)))
        {
            options[option[0]] = option.Count > 2 ? string.Concat(option.Skip(2)) : "true";
        }

        var query = words[(start + 1)..];
        if (query is [.., "check", "option"])
        {
            var check = query.LastIndexOf("with");
            options["check_option"] = query[check + 1] == "local" ? "local" : "cascaded";
            query = query[..check];
        }

        return new ViewShape(columns < with ? head[columns..with] : [], options, query);
    }

    /// <summary>Whether only options differ.</summary>
    public bool HasQueryOf(ViewShape other) => Columns.SequenceEqual(other.Columns) && Query.SequenceEqual(other.Query);

    /// <summary>Whether PostgreSQL surely finds the columns of <paramref name="old"/> in it: the same ones first, out of the same sources.</summary>
    public bool Replaces(ViewShape old)
    {
        if (HasQueryOf(old))
        {
            return true;
        }

        if (Parts(Query) is not { } mine || Parts(old.Query) is not { } theirs)
        {
            return false;
        }

        return Named(old)
            && mine.Before.SequenceEqual(theirs.Before)
            && theirs.Items.Count <= mine.Items.Count
            && theirs.Items.Zip(mine.Items).All(i => i.First.SequenceEqual(i.Second) && !HasStar(i.First))
            && Extends(mine.From, theirs.From);
    }

    private bool Named(ViewShape old) => old.Columns.Count == 0
        ? Columns.Count == 0
        : Columns.StartsWith([.. old.Columns.SkipLast(1)]);

    private static (List<string> Before, List<List<string>> Items, List<string> From)? Parts(IReadOnlyList<string> query)
    {
        var select = WordList.Find(query, 0, "select");
        if (select == query.Count || WordList.Find(query, 0, "union", "intersect", "except") < query.Count)
        {
            return null;
        }

        var from = WordList.Find(query, select, "from", "where", "group", "having", "window", "order", "limit", "offset", "fetch");
        var end = WordList.Find(query, Math.Min(from, query.Count), AfterFrom);
        return (
            [.. query.Take(select)],
            WordList.Split(query.Skip(select + 1).Take(from - select - 1)),
            [.. query.Skip(from).Take(end - from)]);
    }

    private static bool HasStar(List<string> item) => item is ["*", ..] or [.., ".", "*"];

    // A source that comes on top changes no type, unless it merges columns with what is there.
    private static bool Extends(List<string> from, List<string> old) =>
        from.StartsWith(old) && !from.Skip(old.Count).Any(w => w is "using" or "natural" or "full");
}
