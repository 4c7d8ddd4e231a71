using System.Collections.Immutable;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Revisions.Topology;

/// <summary>The edges of a sound graph. Revisions are numbered in its order, so that each has a higher number than all that it stands on.</summary>
/// <remarks>Because of that numbering every question about reachability is one pass over the numbers, and a set lists its revisions in the order to run them.</remarks>
internal sealed class GraphTopology
{
    private readonly Dictionary<string, int> byId;
    private readonly Dictionary<string, int> byLabel;

    /// <summary>Numbers <paramref name="nodes"/>, which are in order.</summary>
    public GraphTopology(ImmutableArray<RevisionNode> nodes)
    {
        Nodes = nodes;
        byId = new(nodes.Length, StringComparer.Ordinal);
        byLabel = new(StringComparer.Ordinal);
        for (var node = 0; node < nodes.Length; node++)
        {
            byId.Add(nodes[node].Id, node);
            foreach (var label in nodes[node].Labels)
            {
                byLabel.Add(label, node);
            }
        }

        Parents = [.. nodes.Select(n => Numbers(n.Parents, p => byId[p]))];
        Dependencies = [.. nodes.Select(n => Numbers(n.DependsOn, d => Find(d)!.Value))];
        Children = Reverse(Parents);
        Dependents = Reverse(Dependencies);
        All = NodeSet.Of(Count, Enumerable.Range(0, Count));
        None = NodeSet.Of(Count);
    }

    public ImmutableArray<RevisionNode> Nodes { get; }

    public int Count => Nodes.Length;

    public ImmutableArray<int[]> Parents { get; }

    public ImmutableArray<int[]> Dependencies { get; }

    public ImmutableArray<int[]> Children { get; }

    public ImmutableArray<int[]> Dependents { get; }

    public NodeSet All { get; }

    public NodeSet None { get; }

    public IReadOnlyDictionary<string, int> ByLabel => byLabel;

    /// <summary>The revision with exactly this id, or else the one that carries exactly this label.</summary>
    public int? Find(string name) =>
        byId.TryGetValue(name, out var node) || byLabel.TryGetValue(name, out node) ? node : null;

    public int? FindId(string id) => byId.TryGetValue(id, out var node) ? node : null;

    public NodeSet Set(params IEnumerable<int> nodes) => NodeSet.Of(Count, nodes);

    public NodeSet Where(Func<int, bool> predicate) => Set(Enumerable.Range(0, Count).Where(predicate));

    /// <summary>The revisions and all their ancestors by parents.</summary>
    public NodeSet WithAncestors(NodeSet nodes) => Down(nodes, Parents, null);

    /// <summary>The revisions and all that must be applied before them.</summary>
    public NodeSet WithPrerequisites(NodeSet nodes) => Down(nodes, Parents, Dependencies);

    /// <summary>The revisions and all their descendants by parents.</summary>
    public NodeSet WithDescendants(NodeSet nodes) => Up(nodes, Parents, null);

    /// <summary>The revisions and all that cannot stay without them.</summary>
    public NodeSet WithDependents(NodeSet nodes) => Up(nodes, Parents, Dependencies);

    /// <summary>Those of the revisions that no other one of them stands on.</summary>
    public NodeSet Tips(NodeSet nodes) =>
        nodes.Except(WithPrerequisites(Set(nodes.SelectMany(n => Parents[n].Concat(Dependencies[n])))));

    /// <summary>Those of the revisions that are no ancestor, by parents, of another one.</summary>
    public NodeSet BranchTips(NodeSet nodes) => nodes.Except(WithAncestors(Set(nodes.SelectMany(n => Parents[n]))));

    private NodeSet Down(NodeSet nodes, ImmutableArray<int[]> edges, ImmutableArray<int[]>? moreEdges) => NodeSet.Marked(Count, marks =>
    {
        nodes.CopyTo(marks);
        for (var node = Count - 1; node >= 0; node--)
        {
            if (marks[node])
            {
                Mark(marks, edges[node]);
                Mark(marks, moreEdges?[node] ?? []);
            }
        }
    });

    private NodeSet Up(NodeSet nodes, ImmutableArray<int[]> edges, ImmutableArray<int[]>? moreEdges) => NodeSet.Marked(Count, marks =>
    {
        nodes.CopyTo(marks);
        for (var node = 0; node < Count; node++)
        {
            marks[node] |= Any(marks, edges[node]) || Any(marks, moreEdges?[node] ?? []);
        }
    });

    private static void Mark(bool[] marks, int[] nodes)
    {
        foreach (var node in nodes)
        {
            marks[node] = true;
        }
    }

    private static bool Any(bool[] marks, int[] nodes)
    {
        foreach (var node in nodes)
        {
            if (marks[node])
            {
                return true;
            }
        }

        return false;
    }

    // Most have none or one, and there may be thousands.
    private static int[] Numbers(EquatableArray<string> names, Func<string, int> number) => names switch
    {
        [] => [],
        [var only] => [number(only)],
        _ => [.. names.Select(number).Distinct()],
    };

    private static ImmutableArray<int[]> Reverse(ImmutableArray<int[]> edges)
    {
        var counts = new int[edges.Length];
        foreach (var target in edges.SelectMany(targets => targets))
        {
            counts[target]++;
        }

        var reversed = Array.ConvertAll(counts, count => count == 0 ? [] : new int[count]);
        for (var node = edges.Length - 1; node >= 0; node--)
        {
            foreach (var target in edges[node])
            {
                reversed[target][--counts[target]] = node;
            }
        }

        return [.. reversed];
    }
}
