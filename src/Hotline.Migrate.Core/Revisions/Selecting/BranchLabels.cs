using System.Collections.Immutable;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Which labels apply to which revision.</summary>
internal static class BranchLabels
{
    /// <summary>
    /// The labels of each revision: its own, those of its ancestors, and those of its descendants down to the last branchpoint or
    /// mergepoint before them.
    /// </summary>
    public static ImmutableArray<ImmutableSortedSet<string>> Spread(GraphTopology graph)
    {
        var none = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        var labels = ImmutableArray.CreateBuilder<ImmutableSortedSet<string>>(graph.Count);
        for (var node = 0; node < graph.Count; node++)
        {
            var inherited = graph.Parents[node].Aggregate(none, (all, parent) => Join(all, labels[parent]));
            labels.Add(inherited.Union(graph.Nodes[node].Labels));
        }

        foreach (var (label, labelled) in graph.ByLabel)
        {
            foreach (var node in BackToFork(graph, labelled))
            {
                labels[node] = labels[node].Add(label);
            }
        }

        return labels.MoveToImmutable();
    }

    /// <summary>One of the two sets itself, where that will do: most revisions of a long line share one set.</summary>
    private static ImmutableSortedSet<string> Join(ImmutableSortedSet<string> one, ImmutableSortedSet<string> other) =>
        one.IsEmpty ? other : one.IsSupersetOf(other) ? one : one.Union(other);

    /// <summary>The ancestors that belong to <paramref name="node"/>'s branch alone: back to, without, the last branchpoint or mergepoint.</summary>
    public static IEnumerable<int> BackToFork(GraphTopology graph, int node)
    {
        while (graph.Parents[node] is [var parent] && graph.Parents[parent].Length < 2 && graph.Children[parent].Length < 2)
        {
            yield return node = parent;
        }
    }
}
