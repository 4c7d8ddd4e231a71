using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Planning;

/// <summary>What takes a database back: what lies above the target, and all that cannot stay without it.</summary>
internal static class DowngradePlanner
{
    /// <summary>The revisions to undo; the set lists them in the order of an upgrade.</summary>
    public static (NodeSet Steps, IReadOnlyList<Diagnostic> Notices) Plan(GraphTopology graph, NodeSet applied, string text)
    {
        var selector = Selector.Parse(text);
        if (selector is { Anchor: Anchor.Implied or Anchor.Current, Steps: >= 0 })
        {
            throw PlanErrors.DowngradeForward(selector);
        }

        var resolver = new SelectorResolver(graph, applied, "downgrade");
        var target = resolver.Resolve(selector.OrFrom(Anchor.Current));
        var above = selector.Anchor is Anchor.Implied or Anchor.Current && selector.Steps is not null
            ? graph.Set(target.Passed)
            : Above(graph, applied, target);
        var steps = graph.WithDependents(above.Intersect(applied)).Intersect(applied);
        if (!steps.IsEmpty && target.Branch is { } branch && !branch.Own.Overlaps(applied))
        {
            throw PlanErrors.BranchNotApplied(selector, branch);
        }

        return (steps, steps.IsEmpty ? [PlanErrors.NothingToUndo(selector)] : []);
    }

    private static NodeSet Above(GraphTopology graph, NodeSet applied, Target target)
    {
        var missing = target.Revisions.Except(applied);
        if (!missing.IsEmpty)
        {
            throw PlanErrors.NotApplied(
                target.Selector, [.. missing.Select(n => graph.Nodes[n])], [.. graph.Tips(applied).Select(n => graph.Nodes[n].Id)]);
        }

        var above = target.IsBase ? graph.All : graph.WithDescendants(target.Revisions).Except(target.Revisions);
        return target.Branch is { } branch ? above.Intersect(branch.Lineage) : above;
    }
}
