using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Texts that name no revision, or not one.</summary>
internal static class SelectorErrors
{
    public static DiagnosticException Syntax(string selector) => Usage(DiagnosticCodes.SelectorSyntax,
        $"'{selector}' does not name a revision.",
        "A revision is named by its id, the beginning of its id, a label, head, heads, base, current, +N, -N, id+N, id-N, label@head or label@id.");

    public static DiagnosticException RangeSyntax(string range) => Usage(DiagnosticCodes.SelectorSyntax,
        $"'{range}' is not a range of revisions.",
        "A range is a:b, where both ends name revisions and count; either may be left out (a: or :b).");

    public static DiagnosticException UnknownRevision(GraphTopology graph, string name, string selector) => Usage(DiagnosticCodes.UnknownRevision,
        $"No revision has the id, the label or an id beginning with '{name}'{Typed(name, selector)}.",
        [.. Meant(graph, name), "See all revisions: dotnet hotline-migrate history"]);

    public static DiagnosticException UnknownBranch(GraphTopology graph, string name, string selector) => Usage(DiagnosticCodes.UnknownBranch,
        $"No label or revision is called '{name}'{Typed(name, selector)}.",
        [.. Meant(graph, name), Labels(graph)]);

    public static DiagnosticException AmbiguousPrefix(GraphTopology graph, string name, string selector, IReadOnlyList<(string Name, int Node)> matches) =>
        Usage(DiagnosticCodes.AmbiguousPrefix,
            $"'{name}'{Typed(name, selector)} can mean {GraphDiagnostics.List(matches.Select(m => Describe(graph, m)))}.",
            "Type more of the name.");

    public static DiagnosticException NotInBranch(
        GraphTopology graph, string name, Branch branch, string selector, IReadOnlyList<(string Name, int Node)> matches) =>
        Usage(DiagnosticCodes.NotInBranch,
            $"{GraphDiagnostics.List(matches.Select(m => Describe(graph, m)))}{Typed(name, selector)} is not in the branch {branch.Name}.",
            $"Name it without the branch: {name}");

    private static string Labels(GraphTopology graph) => graph.ByLabel.Count == 0
        ? "No migration carries a label."
        : $"The labels are {GraphDiagnostics.List(graph.ByLabel.Keys.Order(StringComparer.Ordinal))}.";

    private static string Describe(GraphTopology graph, (string Name, int Node) match) =>
        graph.Nodes[match.Node].Id == match.Name ? match.Name : $"{match.Name} (label of {graph.Nodes[match.Node].Id})";

    private static string Typed(string name, string selector) => name == selector ? "" : $" in '{selector}'";

    private static IEnumerable<string> Meant(GraphTopology graph, string name) =>
        NearNames.Of(name, graph.Nodes.Select(n => n.Id).Concat(graph.ByLabel.Keys)) is { Count: > 0 } near
            ? [$"Did you mean {string.Join(" or ", near)}?"]
            : [];

    private static DiagnosticException Usage(string code, string summary, params IReadOnlyList<string> actions) =>
        new(FailureKind.Usage, new Diagnostic { Code = code, Summary = summary, NextActions = actions });
}
