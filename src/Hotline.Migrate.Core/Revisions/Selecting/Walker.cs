using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Counts revisions along parents and children, inside a branch where one is named.</summary>
internal static class Walker
{
    /// <summary>Goes <paramref name="steps"/> revisions forward from <paramref name="start"/>, or from base when it is <c>null</c>.</summary>
    public static Walk Forward(GraphTopology graph, int? start, int steps, Branch? branch)
    {
        var passed = new List<int>();
        var at = start;
        for (var step = 0; step < steps; step++)
        {
            IEnumerable<int> children = at is { } node ? graph.Children[node] : graph.Where(n => graph.Parents[n] is []);
            var next = children.Where(n => Inside(branch, n)).ToArray();
            if (next is not [var only])
            {
                return new(next is [] ? WalkOutcome.RanOut : WalkOutcome.Forked, next, passed);
            }

            passed.Add(only);
            at = only;
        }

        return new(WalkOutcome.Arrived, at is { } end ? [end] : [], passed);
    }

    /// <summary>Goes <paramref name="steps"/> revisions back from <paramref name="start"/>.</summary>
    /// <remarks>A last step from a merge ends at all its parents: taking back a merge leaves the branches as they were before it.</remarks>
    public static Walk Back(GraphTopology graph, int start, int steps, Branch? branch)
    {
        var passed = new List<int>();
        IReadOnlyList<int> at = [start];
        for (var step = 0; step < steps; step++)
        {
            if (at is not [var node])
            {
                return new(at is [] ? WalkOutcome.RanOut : WalkOutcome.Forked, at, passed);
            }

            passed.Add(node);
            at = [.. graph.Parents[node].Where(n => Inside(branch, n))];
        }

        return new(WalkOutcome.Arrived, at, passed);
    }

    private static bool Inside(Branch? branch, int node) => branch?.Lineage.Contains(node) ?? true;
}
