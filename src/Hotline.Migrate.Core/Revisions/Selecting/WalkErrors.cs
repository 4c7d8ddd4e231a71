using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>Selectors that lead to several places, or past the last revision.</summary>
internal static class WalkErrors
{
    public static DiagnosticException SeveralHeads(GraphTopology graph, NodeSet heads, Selector selector, string? command)
    {
        var names = BranchNames.Tell(graph, heads);
        var where = selector.Branch is { } branch ? $" in the branch {branch}" : "";
        return Ambiguous(DiagnosticCodes.SeveralHeads,
            $"There are {Number(heads.Count)} heads{where}, so '{selector.Text}' does not name one: {Listed(names)}.",
            [
                .. names.Select(n => Suggest(command, n.Label is { } label ? $"{label}@head" : n.Id)),
                Suggest(command, selector.Branch is { } all ? $"{all}@heads" : "heads") + "  (all of them)",
                "Join them for good: dotnet hotline-migrate merge heads -m \"merge\"",
            ]);
    }

    public static DiagnosticException SeveralStarts(GraphTopology graph, NodeSet starts, Selector selector, string? command)
    {
        var names = BranchNames.Tell(graph, starts);
        var steps = Signed(selector.Steps ?? 0);
        return Ambiguous(DiagnosticCodes.AmbiguousWalk,
            $"'{selector.Text}' is ambiguous: it can count from {Listed(names)}.",
            [.. names.Select(n => Suggest(command, $"{n.Label ?? n.Id}@{steps}"))]);
    }

    public static DiagnosticException ForkAhead(GraphTopology graph, Walk walk, int? from, Selector selector, string? command)
    {
        var names = BranchNames.Tell(graph, graph.Set(walk.Ends));
        var fork = walk.Passed is [.., var last] ? graph.Nodes[last].Id : from is { } start ? graph.Nodes[start].Id : "base";
        var rest = selector.Text[(selector.Text.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return Ambiguous(DiagnosticCodes.AmbiguousWalk,
            $"'{selector.Text}' is ambiguous: from {fork} there are several ways to go on: {Listed(names)}.",
            [.. names.Select(n => Suggest(command, $"{n.Label ?? n.Id}@{rest}"))]);
    }

    public static DiagnosticException ForkBehind(GraphTopology graph, Walk walk, Selector selector)
    {
        var names = BranchNames.Tell(graph, graph.Set(walk.Ends));
        return Ambiguous(DiagnosticCodes.AmbiguousWalk,
            $"'{selector.Text}' is ambiguous: {graph.Nodes[walk.Passed[^1]].Id} is a merge, and behind it there are several ways to go on: {Listed(names)}.",
            [.. names.Select(n => $"Name the revision, or the branch: {n.Label ?? n.Id}@{Signed(selector.Steps ?? 0)}")]);
    }

    public static DiagnosticException RanOut(GraphTopology graph, Walk walk, int? from, Selector selector)
    {
        var steps = selector.Steps ?? 0;
        var end = steps > 0 ? "the head" : "base";
        var start = from is { } node ? graph.Nodes[node].Id : "base";
        var reason = (from, walk.Passed.Count) switch
        {
            (null, _) when steps < 0 => "nothing is before base",
            (_, 0) => $"{start} is {end}",
            (_, 1) => $"from {start} there is 1 to {end}",
            (_, var count) => $"from {start} there are {Number(count)} to {end}",
        };
        return new(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.TooFewRevisions,
            Summary = $"'{selector.Text}' counts {Number(Math.Abs(steps))} {(Math.Abs(steps) == 1 ? "revision" : "revisions")}, and {reason}.",
            NextActions = [$"For all that there are: {(steps > 0 ? "heads" : "base")}"],
        });
    }

    private static DiagnosticException Ambiguous(string code, string summary, IReadOnlyList<string> actions) =>
        new(FailureKind.AmbiguousGraph, new Diagnostic { Code = code, Summary = summary, NextActions = actions });

    private static string Listed(IEnumerable<BranchName> names) =>
        GraphDiagnostics.List(names.Select(n => n.Label is { } label ? $"{n.Id} ({label})" : n.Id));

    private static string Suggest(string? command, string selector) =>
        command is null ? selector : $"dotnet hotline-migrate {command} {selector}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Signed(int steps) => steps.ToString("+0;-0;+0", CultureInfo.InvariantCulture);
}
