using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Planning;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions;

/// <content>Databases: where they are, and what brings them elsewhere.</content>
public sealed partial class RevisionGraph
{
    /// <summary>Where a database is: its applied revisions that no other applied one stands on. Unknown ids count each for itself.</summary>
    public IReadOnlyList<string> Current(IEnumerable<string> applied)
    {
        var revisions = AppliedRevisions.Of(graph, applied);
        return [.. Ids(graph.Tips(revisions.Known)), .. revisions.Unknown];
    }

    /// <summary>The applied ids that the graph lacks, sorted.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> applied) => AppliedRevisions.Of(graph, applied).Unknown;

    /// <summary>The revisions that a database lacks, in the order to apply them.</summary>
    public IReadOnlyList<RevisionNode> Pending(IEnumerable<string> applied) => Nodes(graph.All.Except(Known(applied)));

    /// <summary>The revisions that a database lacks although it has some that stand on them: files that came in under applied ones.</summary>
    public IReadOnlyList<RevisionNode> Gaps(IEnumerable<string> applied)
    {
        var known = Known(applied);
        return Nodes(graph.WithPrerequisites(known).Except(known));
    }

    /// <summary>Whether a database has all heads, be it that others depend on them.</summary>
    public bool IsAtHeads(IEnumerable<string> applied) => graph.Where(n => graph.Children[n] is []).IsSubsetOf(Known(applied));

    /// <summary>What brings a database to <paramref name="selectors"/> (<c>head</c> by default): all that they stand on and it lacks.</summary>
    /// <exception cref="DiagnosticException">
    /// A selector is wrong or ambiguous, does not go forward, or the database has revisions that the graph lacks.
    /// </exception>
    public RevisionPlan PlanUpgrade(IEnumerable<string> applied, params IReadOnlyList<string> selectors)
    {
        var before = AppliedRevisions.Of(graph, applied).AllKnown();
        var (steps, notices) = UpgradePlanner.Plan(graph, before, selectors is [] ? ["head"] : selectors);
        return Plan(PlanDirection.Upgrade, steps, before, before.Union(steps), notices);
    }

    /// <summary>
    /// What takes a database back to <paramref name="selector"/>: the revisions above it, limited to a branch where one is named, and all
    /// that cannot stay without them. What only depends on the target stays. <c>-1</c> on a merge leaves the branches unmerged.
    /// </summary>
    /// <remarks>Revisions that only the database knows can be undone, too: add them to the graph from its history (<see cref="With"/>).</remarks>
    /// <exception cref="DiagnosticException">
    /// The selector is wrong or ambiguous, does not go back, its revision or branch is not applied, or the database has revisions that the graph lacks.
    /// </exception>
    public RevisionPlan PlanDowngrade(IEnumerable<string> applied, string selector)
    {
        var before = AppliedRevisions.Of(graph, applied).AllKnown();
        var (steps, notices) = DowngradePlanner.Plan(graph, before, selector);
        return Plan(PlanDirection.Downgrade, steps, before, before.Except(steps), notices);
    }

    /// <summary>What to write into the history so that it says the database is at <paramref name="selectors"/>; nothing runs.</summary>
    /// <param name="applied">What the history says now.</param>
    /// <param name="selectors">Where the database is said to be.</param>
    /// <param name="purge">Whether everything else is removed: other branches, and ids that the graph lacks.</param>
    /// <exception cref="DiagnosticException">
    /// A selector is wrong or ambiguous, or (without purge) the database has revisions that the graph lacks.
    /// </exception>
    public StampPlan PlanStamp(IEnumerable<string> applied, IReadOnlyList<string> selectors, bool purge = false)
    {
        var revisions = AppliedRevisions.Of(graph, applied);
        var before = purge ? revisions.Known : revisions.AllKnown();
        var after = StampPlanner.Plan(graph, before, selectors, purge);
        return new()
        {
            Add = Nodes(after.Except(before)),
            Remove = [.. Ids(before.Except(after)).Reverse(), .. revisions.Unknown],
            Before = [.. Ids(graph.Tips(before)), .. revisions.Unknown],
            After = Ids(graph.Tips(after)),
        };
    }

    private RevisionPlan Plan(PlanDirection direction, NodeSet steps, NodeSet before, NodeSet after, IReadOnlyList<Diagnostic> notices) => new()
    {
        Direction = direction,
        Steps = [.. direction == PlanDirection.Upgrade ? Nodes(steps) : Nodes(steps).Reverse()],
        Before = Ids(graph.Tips(before)),
        After = Ids(graph.Tips(after)),
        Notices = notices,
    };
}
