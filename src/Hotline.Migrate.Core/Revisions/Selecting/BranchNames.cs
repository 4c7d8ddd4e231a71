using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Names that tell revisions apart.</summary>
internal static class BranchNames
{
    public static IReadOnlyList<BranchName> Tell(GraphTopology graph, NodeSet nodes)
    {
        var labels = BranchLabels.Spread(graph);
        var shared = nodes.SelectMany(n => labels[n])
            .CountBy(label => label, StringComparer.Ordinal)
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. nodes.Select(n => new BranchName(graph.Nodes[n].Id, labels[n].FirstOrDefault(l => !shared.Contains(l))))];
    }
}
