using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Revisions.Building;

/// <summary>Revisions that stand on themselves by way of others.</summary>
internal static class CycleProblems
{
    public static IEnumerable<Diagnostic> Find(NodeNames names)
    {
        var nodes = names.Unique;
        var index = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            index.Add(node.Id, index.Count);
        }

        int[][] parents = [.. nodes.Select((node, i) => Indexes(node.Parents, i))];
        var all = nodes.All(node => node.DependsOn.IsEmpty)
            ? parents
            : [.. nodes.Select((node, i) => (int[])[.. parents[i], .. Indexes([.. node.DependsOn.Select(d => names.Dependency(d)?.Id).OfType<string>()], i)])];
        var cycles = CycleFinder.Find(parents);
        var inCycle = cycles.SelectMany(c => c).ToHashSet();

        foreach (var cycle in cycles)
        {
            yield return Describe(cycle, DiagnosticCodes.RevisionCycle, "are each other's ancestors, so none of them can be the first",
                "Correct the parents in one of them (-- parents:).");
        }

        foreach (var cycle in all == parents ? [] : CycleFinder.Find(all).Where(c => !c.Any(inCycle.Contains)))
        {
            yield return Describe(cycle, DiagnosticCodes.DependencyCycle, "wait for each other because of their dependencies",
                "Remove one of the dependencies (-- depends_on:).");
        }

        int[] Indexes(EquatableArray<string> ids, int self) => ids switch
        {
            [] => [],
            [var only] => index.TryGetValue(only, out var i) && i != self ? [i] : [],
            _ => [.. ids.Where(index.ContainsKey).Select(id => index[id]).Where(i => i != self)],
        };

        Diagnostic Describe(int[] cycle, string code, string what, string action)
        {
            var members = cycle.Select(i => nodes[i]).ToArray();
            var tail = Above(cycle, all).Select(i => nodes[i]).ToArray();
            var lines = members.Select(StandsOn);
            return GraphDiagnostics.About(members, code, $"{GraphDiagnostics.Names(members)} {what}.", action) with
            {
                Why = string.Join('\n', tail is [] ? lines : lines.Append($"On them build: {GraphDiagnostics.Names(tail)}.")),
            };
        }
    }

    private static string StandsOn(RevisionNode node) =>
        $"{node.Id}: parents {string.Join(", ", node.Parents)}" + (node.DependsOn.Count == 0 ? "" : $"; depends on {string.Join(", ", node.DependsOn)}");

    private static IEnumerable<int> Above(int[] cycle, IReadOnlyList<int[]> below)
    {
        var above = below.SelectMany((targets, node) => targets.Select(target => (target, node))).ToLookup(e => e.target, e => e.node);
        var seen = cycle.ToHashSet();
        var found = new Queue<int>(cycle);
        while (found.TryDequeue(out var next))
        {
            foreach (var node in above[next].Where(seen.Add))
            {
                found.Enqueue(node);
                yield return node;
            }
        }
    }
}
