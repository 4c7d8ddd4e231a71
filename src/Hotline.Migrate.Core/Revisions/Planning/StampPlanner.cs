using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Planning;

/// <summary>What the history is to say when a database is declared to be somewhere.</summary>
internal static class StampPlanner
{
    /// <summary>The revisions that will count as applied.</summary>
    /// <remarks>
    /// A line that a target is in moves to the target, forward or back. Lines that have nothing to do with it stay where they are,
    /// except for what cannot stay without the revisions that are taken back.
    /// </remarks>
    public static NodeSet Plan(GraphTopology graph, NodeSet applied, IReadOnlyList<string> selectors, bool purge)
    {
        var resolver = new SelectorResolver(graph, applied, "stamp");
        var targets = selectors.Select(text => resolver.Resolve(Selector.Parse(text).OrFrom(Anchor.Current))).ToArray();
        var stamped = graph.WithPrerequisites(graph.Set(targets.SelectMany(t => t.Revisions)));
        return purge || targets.Any(t => t is { IsBase: true, Branch: null })
            ? stamped
            : stamped.Union(Untouched(graph, applied, targets));
    }

    private static NodeSet Untouched(GraphTopology graph, NodeSet applied, IReadOnlyList<Target> targets)
    {
        var revisions = graph.Set(targets.SelectMany(t => t.Revisions));
        var left = targets.Where(t => t.IsBase).Select(t => t.Branch!).ToArray();
        var moved = left.Aggregate(
            graph.WithAncestors(revisions).Union(graph.WithDescendants(revisions)), (all, branch) => all.Union(branch.Lineage));
        var takenBack = left.Aggregate(
            graph.WithDependents(revisions).Except(revisions), (all, branch) => all.Union(graph.WithDependents(branch.Own)));
        return graph.WithPrerequisites(graph.Tips(applied).Except(moved)).Intersect(applied).Except(takenBack);
    }
}
