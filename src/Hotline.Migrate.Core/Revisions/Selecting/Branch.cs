using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>A branch that was named by a label or by any of its revisions.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Node">The revision that stands for it.</param>
/// <param name="Lineage">That revision with its ancestors, the shared trunk among them, and its descendants.</param>
/// <param name="Own">Its own part: from the last branchpoint or mergepoint before that revision on.</param>
internal sealed record Branch(string Name, int Node, NodeSet Lineage, NodeSet Own)
{
    public static Branch Of(GraphTopology graph, string name, int node)
    {
        var descendants = graph.WithDescendants(graph.Set(node));
        return new(
            name,
            node,
            graph.WithAncestors(graph.Set(node)).Union(descendants),
            descendants.Union(graph.Set(BranchLabels.BackToFork(graph, node))));
    }
}
