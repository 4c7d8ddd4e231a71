using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Planning;

/// <summary>What brings a database forward: all that the targets stand on and that it lacks.</summary>
internal static class UpgradePlanner
{
    public static (NodeSet Steps, IReadOnlyList<Diagnostic> Notices) Plan(GraphTopology graph, NodeSet applied, IReadOnlyList<string> selectors)
    {
        var resolver = new SelectorResolver(graph, applied, "upgrade");
        var targets = selectors.Select(text => resolver.Resolve(Forward(Selector.Parse(text)))).ToArray();
        var wanted = graph.WithPrerequisites(graph.Set(targets.SelectMany(t => t.Revisions)));
        var notices =
            from target in targets
            where !IsWhereverTheEndIs(target.Selector) && target.Revisions.IsSubsetOf(applied)
            select PlanErrors.AlreadyApplied(target, [.. graph.Tips(applied).Select(n => graph.Nodes[n].Id)]);
        return (wanted.Except(applied), [.. notices]);
    }

    private static Selector Forward(Selector selector) => selector switch
    {
        { Anchor: Anchor.Implied or Anchor.Current, Steps: <= 0 } => throw PlanErrors.UpgradeBack(selector),
        _ => selector.OrFrom(Anchor.Current),
    };

    /// <summary>To be at the head is what <c>upgrade head</c> is for: that it is there already needs no notice of its own.</summary>
    private static bool IsWhereverTheEndIs(Selector selector) => selector is { Anchor: Anchor.Head or Anchor.Heads or Anchor.Current, Steps: null };
}
