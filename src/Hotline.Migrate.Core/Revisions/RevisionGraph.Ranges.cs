using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Ranges;
using Hotline.Migrate.Revisions.Selecting;

namespace Hotline.Migrate.Revisions;

/// <content>Ranges.</content>
public sealed partial class RevisionGraph
{
    /// <summary>The revisions of a range (<c>a:b</c>, both ends with it, all when <c>null</c>), the newest first.</summary>
    /// <param name="range">The range; see the remarks.</param>
    /// <param name="applied">What a database has, for <c>current</c>.</param>
    /// <remarks>
    /// An end may be left out. A bare count is measured from the other end: <c>-2:x</c>, <c>a:+2</c>, <c>-2:</c>; at both ends
    /// (<c>-2:+2</c>) they surround where the database is. Counting back further than base is base.
    /// </remarks>
    /// <exception cref="DiagnosticException">An end is wrong or ambiguous, or the first does not lie behind the second.</exception>
    public IReadOnlyList<RevisionNode> History(string? range = null, IEnumerable<string>? applied = null) =>
        [.. Nodes(range is null ? graph.All : new RangeResolver(graph, Known(applied ?? [])).Between(RangeSelector.Parse(range))).Reverse()];

    /// <summary>
    /// What a script for <c>from:to</c> runs, without a database: it is taken to have <c>from</c> and all that stands below. Goes forward
    /// or, when <c>to</c> lies behind <c>from</c>, back.
    /// </summary>
    /// <exception cref="DiagnosticException">An end is wrong or ambiguous, or neither lies behind the other.</exception>
    public RevisionPlan PlanScript(string range)
    {
        var ends = RangeSelector.Parse(range);
        if (ends.Upper is { Anchor: Anchor.Implied, Steps: var steps })
        {
            var start = Ids(graph.WithPrerequisites(Resolver(null).Resolve(ends.Lower.OrFrom(Anchor.Base)).Revisions));
            return steps > 0 ? PlanUpgrade(start, ends.Upper.Text) : PlanDowngrade(start, ends.Upper.Text);
        }

        var (lower, upper) = new RangeResolver(graph, graph.None).Ends(ends);
        var (from, to) = (graph.WithPrerequisites(lower.Revisions), graph.WithPrerequisites(upper.Revisions));
        return (from.IsSubsetOf(to), to.IsSubsetOf(from)) switch
        {
            (true, _) => PlanUpgrade(Ids(from), ends.Upper.Text),
            (_, true) => PlanDowngrade(Ids(from), ends.Upper.Text),
            _ => throw RangeErrors.NotConnected(ends, Ids(lower.Revisions), Ids(upper.Revisions)),
        };
    }
}
