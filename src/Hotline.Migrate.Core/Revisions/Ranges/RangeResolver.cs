using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Ranges;

/// <summary>Finds the ends of a range, and what lies between them by parents.</summary>
/// <remarks>
/// A bare count is measured from the other end: <c>-2:x</c> begins two before x, <c>a:+2</c> ends two after a, <c>-2:</c> begins two before
/// the head. With a bare count at both ends they surround where the database is. Counting back stops at base.
/// </remarks>
internal sealed class RangeResolver(GraphTopology graph, NodeSet applied)
{
    private readonly SelectorResolver resolver = new(graph, applied, command: null);

    /// <exception cref="Diagnostics.DiagnosticException">An end is wrong or ambiguous, or they are not one behind the other.</exception>
    public NodeSet Between(RangeSelector range)
    {
        var (lower, upper) = Ends(range);
        var below = graph.WithAncestors(upper.Revisions);
        var above = lower.IsBase ? graph.All : graph.WithDescendants(lower.Revisions);
        if (!lower.Revisions.IsSubsetOf(below))
        {
            throw RangeErrors.NotConnected(range, Ids(lower), Ids(upper));
        }

        var between = above.Intersect(below);
        return lower.Branch is { } branch ? between.Intersect(branch.Lineage) : between;
    }

    /// <summary>What the two ends mean; no revision is base.</summary>
    public (Target Lower, Target Upper) Ends(RangeSelector range)
    {
        var (lower, upper) = (range.Lower, range.Upper);
        var lowerFollows = lower is { Anchor: Anchor.Implied, Steps: < 0 };
        var upperFollows = upper is { Anchor: Anchor.Implied, Steps: > 0 };
        if (lowerFollows && upperFollows)
        {
            return (From(lower, resolver.Current(resolver.BranchOf(lower))), From(upper, resolver.Current(resolver.BranchOf(upper))));
        }

        if (lowerFollows)
        {
            var end = Upper(upper, resolver.BranchOf(lower));
            return (From(lower, end.Revisions), end);
        }

        var start = resolver.Resolve(lower.OrFrom(Anchor.Base));
        return (start, upperFollows ? From(upper, start.Revisions) : Upper(upper, start.Branch));
    }

    private Target From(Selector selector, NodeSet starts) =>
        resolver.Count(selector, starts, resolver.BranchOf(selector), stopAtBase: true);

    /// <summary>An open upper end means the heads of the branch that the lower end is limited to.</summary>
    private Target Upper(Selector upper, Branch? branch) => upper is { Anchor: Anchor.Heads, Branch: null, Steps: null }
        ? new(upper, resolver.Heads(branch), branch, [])
        : resolver.Resolve(upper.OrFrom(Anchor.Head));

    private IReadOnlyList<string> Ids(Target target) => [.. target.Revisions.Select(n => graph.Nodes[n].Id)];
}
