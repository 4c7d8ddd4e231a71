using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Authoring;

/// <summary>What a new revision may build on.</summary>
internal static class NewRevisionParents
{
    public static NodeSet Of(GraphTopology graph, IReadOnlyList<string> selectors, bool splice) =>
        HeadsOrSplice(graph, graph.Set(Resolve(graph, selectors, "create --head")), splice);

    public static NodeSet OfMerge(GraphTopology graph, IReadOnlyList<string> selectors, bool splice)
    {
        int[] named = [.. Resolve(graph, selectors, "merge")];
        var parents = graph.Set(named);
        var behind = parents.Except(graph.BranchTips(parents));
        return (parents.Count == named.Length, parents.Count, behind.IsEmpty) switch
        {
            (_, 0, _) => throw Nothing("There is no revision to merge."),
            (_, 1, _) => throw Nothing($"There is nothing to merge with {Names(graph, parents)}: a merge needs two different revisions."),
            (false, _, _) => throw Nothing("A revision is named twice; a merge needs different ones."),
            (_, _, false) => throw Nothing($"{Names(graph, behind)} {(behind.Count == 1 ? "is" : "are")} in another one of the revisions to merge already."),
            _ => HeadsOrSplice(graph, parents, splice),
        };
    }

    private static IEnumerable<int> Resolve(GraphTopology graph, IReadOnlyList<string> selectors, string command)
    {
        var resolver = new SelectorResolver(graph, graph.None, command);
        return selectors.SelectMany(text => resolver.Resolve(Selector.Parse(text)).Revisions);
    }

    private static NodeSet HeadsOrSplice(GraphTopology graph, NodeSet parents, bool splice)
    {
        var covered = parents.Except(graph.Where(n => graph.Children[n] is []));
        if (splice || covered.IsEmpty)
        {
            return parents;
        }

        var children = graph.Set(covered.SelectMany(n => graph.Children[n]));
        var standing = covered.Count == 1 ? "is no head: it is the parent" : "are no heads: they are parents";
        throw new DiagnosticException(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.NotAHead,
            Summary = $"{Names(graph, covered)} {standing} of {Names(graph, children)}.",
            NextActions = ["To open a branch there all the same: --splice", "To go on from the newest: --head head"],
        });
    }

    private static DiagnosticException Nothing(string summary) =>
        new(FailureKind.Usage, new Diagnostic { Code = DiagnosticCodes.NothingToMerge, Summary = summary });

    private static string Names(GraphTopology graph, NodeSet nodes) => GraphDiagnostics.Names(nodes.Select(n => graph.Nodes[n]));
}
