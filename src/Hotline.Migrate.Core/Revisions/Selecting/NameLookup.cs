using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Finds a revision by its id, by a label, or by the beginning of one of them.</summary>
internal static class NameLookup
{
    /// <summary>The revision that <paramref name="name"/> means; inside <paramref name="branch"/> a shorter beginning may do.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">None, or several, begin like that, or it is not in the branch.</exception>
    public static int Revision(GraphTopology graph, string name, Branch? branch, string selector)
    {
        var matches = Matches(graph, name);
        var inside = branch is null ? matches : [.. matches.Where(m => branch.Lineage.Contains(m.Node))];
        return inside.DistinctBy(m => m.Node).ToArray() switch
        {
            [var one] => one.Node,
            [] when matches.Count > 0 => throw SelectorErrors.NotInBranch(graph, name, branch!, selector, matches),
            [] => throw SelectorErrors.UnknownRevision(graph, name, selector),
            _ => throw SelectorErrors.AmbiguousPrefix(graph, name, selector, inside),
        };
    }

    /// <summary>The branch that <paramref name="name"/> means.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">None, or several, begin like that.</exception>
    public static Branch Branch(GraphTopology graph, string name, string selector)
    {
        var matches = Matches(graph, name);
        return matches.DistinctBy(m => m.Node).ToArray() switch
        {
            [var one] => Selecting.Branch.Of(graph, name, one.Node),
            [] => throw SelectorErrors.UnknownBranch(graph, name, selector),
            _ => throw SelectorErrors.AmbiguousPrefix(graph, name, selector, matches),
        };
    }

    /// <summary>An exact name always wins over the beginning of others.</summary>
    private static IReadOnlyList<(string Name, int Node)> Matches(GraphTopology graph, string name)
    {
        if (graph.Find(name) is { } exact)
        {
            return [(name, exact)];
        }

        var ids = graph.Nodes.Select((n, i) => (n.Id, i));
        var labels = graph.ByLabel.Select(l => (l.Key, l.Value));
        return [.. ids.Concat(labels).Where(p => p.Item1.StartsWith(name, StringComparison.Ordinal)).OrderBy(p => p.Item1, StringComparer.Ordinal)];
    }
}
