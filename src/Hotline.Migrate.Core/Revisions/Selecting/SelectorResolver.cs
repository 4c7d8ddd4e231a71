using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Finds what a selector means.</summary>
/// <param name="graph">The graph.</param>
/// <param name="applied">What the database has, for <c>current</c>.</param>
/// <param name="command">The command that asks, for the suggestions in errors; <c>null</c> when it is none.</param>
internal sealed class SelectorResolver(GraphTopology graph, NodeSet applied, string? command)
{
    /// <exception cref="Diagnostics.DiagnosticException">It means nothing, or not one thing.</exception>
    public Target Resolve(Selector selector)
    {
        var branch = BranchOf(selector);
        var starts = selector.Anchor switch
        {
            Anchor.Base => graph.None,
            Anchor.Heads when selector.Steps is null => Heads(branch),
            Anchor.Head or Anchor.Heads => OneHead(selector, branch),
            Anchor.Current => Current(branch),
            Anchor.Name => graph.Set(NameLookup.Revision(graph, selector.Name!, branch, selector.Text)),
            _ => throw SelectorErrors.Syntax(selector.Text),
        };
        return Count(selector, starts, branch);
    }

    /// <summary>Counts the selector's steps from <paramref name="starts"/>.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="starts">Where to begin; nothing is base.</param>
    /// <param name="branch">The branch to stay in.</param>
    /// <param name="stopAtBase">Whether counting back further than there are revisions ends at base and is no error.</param>
    public Target Count(Selector selector, NodeSet starts, Branch? branch, bool stopAtBase = false) => selector.Steps switch
    {
        null or 0 => new(selector, starts, branch, []),
        > 0 and var steps => Arrive(selector, branch, Forward(selector, starts, steps, branch)),
        var steps => Arrive(selector, branch, Back(selector, starts, -steps.Value, branch, stopAtBase)),
    };

    public Branch? BranchOf(Selector selector) =>
        selector.Branch is { } name ? NameLookup.Branch(graph, name, selector.Text) : null;

    public NodeSet Heads(Branch? branch)
    {
        var heads = graph.Where(n => graph.Children[n] is []);
        return branch is null ? heads : heads.Intersect(graph.WithDescendants(graph.Set(branch.Node)));
    }

    /// <summary>Where the database is, in <paramref name="branch"/> or as a whole.</summary>
    public NodeSet Current(Branch? branch) =>
        branch is null ? graph.Tips(applied) : graph.BranchTips(applied.Intersect(branch.Lineage));

    private NodeSet OneHead(Selector selector, Branch? branch) =>
        Heads(branch) is { Count: <= 1 } head ? head : throw WalkErrors.SeveralHeads(graph, Heads(branch), selector, command);

    private Walk Forward(Selector selector, NodeSet starts, int steps, Branch? branch)
    {
        if (starts.Count > 1)
        {
            var walks = starts.Select(start => Walker.Forward(graph, start, steps, branch)).ToArray();
            return walks.All(w => w.Outcome == WalkOutcome.Arrived) && walks.DistinctBy(w => w.Ends[0]).Count() == 1
                ? walks[0]
                : throw WalkErrors.SeveralStarts(graph, starts, selector, command);
        }

        int? from = starts.IsEmpty ? null : starts.First();
        return Walker.Forward(graph, from, steps, branch) switch
        {
            { Outcome: WalkOutcome.Forked } walk => throw WalkErrors.ForkAhead(graph, walk, from, selector, command),
            { Outcome: WalkOutcome.RanOut } walk => throw WalkErrors.RanOut(graph, walk, from, selector),
            var walk => walk,
        };
    }

    private Walk Back(Selector selector, NodeSet starts, int steps, Branch? branch, bool stopAtBase)
    {
        if (starts.Count > 1)
        {
            throw WalkErrors.SeveralStarts(graph, starts, selector, command);
        }

        if (starts.IsEmpty)
        {
            return stopAtBase ? new(WalkOutcome.Arrived, [], []) : throw WalkErrors.RanOut(graph, new(WalkOutcome.RanOut, [], []), null, selector);
        }

        return Walker.Back(graph, starts.First(), steps, branch) switch
        {
            { Outcome: WalkOutcome.Forked } walk => throw WalkErrors.ForkBehind(graph, walk, selector),
            { Outcome: WalkOutcome.RanOut } walk when !stopAtBase => throw WalkErrors.RanOut(graph, walk, starts.First(), selector),
            var walk => walk,
        };
    }

    /// <summary>Base below a revision is the base of that revision's branch: other trees are not meant.</summary>
    private Target Arrive(Selector selector, Branch? branch, Walk walk) => new(
        selector,
        graph.Set(walk.Ends),
        branch ?? (walk is { Ends: [], Passed: [.., var root] } ? Branch.Of(graph, graph.Nodes[root].Id, root) : null),
        walk.Passed);
}
