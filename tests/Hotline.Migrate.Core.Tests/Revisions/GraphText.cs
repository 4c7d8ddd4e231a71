using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Revisions;

/// <summary>
/// Graphs in one line: <c>a, b&lt;-a, c1&lt;-b[L1], e&lt;-(d1,d2), c2&lt;-b2 dep(c1)</c>. Each is made a minute after the one before it, and its file
/// is <c>id.sql</c>.
/// </summary>
internal static partial class GraphText
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static RevisionGraph Graph(string text) => RevisionGraph.Build(Nodes(text));

    public static IReadOnlyList<RevisionNode> Nodes(string text) =>
        [.. Comma().Split(text).Where(item => item.Length > 0).Select((item, i) => Node(item.Trim()) with { Created = Begin.AddMinutes(i) })];

    public static string[] Names(string list) => list.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static RevisionNode Node(string item)
    {
        var match = Item().Match(item);
        Assert.True(match.Success, string.Create(CultureInfo.InvariantCulture, $"'{item}' is no revision of a graph."));
        EquatableArray<string> List(string group) => Names(match.Groups[group].Value).ToEquatableArray();
        var id = match.Groups["id"].Value;
        return new(id, List("parents"), List("depends"), List("labels"), $"{id}.sql");
    }

    [GeneratedRegex(@",(?![^(\[]*[)\]])")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(?<id>[^<\[]*?)(<-\(?(?<parents>[^)\[\s]*)\)?)?(\[(?<labels>[^\]]*)\])?(\s+dep\((?<depends>[^)]*)\))?$")]
    private static partial Regex Item();
}
