using System.Globalization;
using CsCheck;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Revisions;

/// <summary>Random graphs of up to 150 revisions: lines, branches, merges, several roots and dependencies.</summary>
internal static class RandomGraphs
{
    /// <summary>The revisions in an order in which each comes after all that it stands on. Their ids and dates say nothing about it.</summary>
    public static Gen<RevisionNode[]> Nodes { get; } = Gen.UInt.Array[1, 150].Select(seeds => seeds.Select((seed, i) => Node(seed, i)).ToArray());

    public static Gen<RevisionGraph> Graphs { get; } = Nodes.Select(RevisionGraph.Build);

    /// <summary>A graph, what is applied to a database (with all that it stands on), and some revision.</summary>
    public static Gen<(RevisionGraph Graph, string[] Applied, string Target)> Databases { get; } = Gen.Select(
        Graphs,
        Gen.Int[0, 149].Array[0, 3],
        Gen.Int[0, 149],
        (graph, applied, target) => (
            graph,
            Ids(graph.WithPrerequisites(applied.Select(i => Pick(graph, i)))),
            Pick(graph, target)));

    public static string[] Ids(IEnumerable<RevisionNode> nodes) => [.. nodes.Select(n => n.Id)];

    private static string Pick(RevisionGraph graph, int i) => graph.Revisions[i % graph.Revisions.Count].Id;

    private static RevisionNode Node(uint seed, int i)
    {
        var parents = (seed % 16) switch
        {
            0 => 0,
            < 11 => 1,
            < 15 => 2,
            _ => 3,
        };
        var dependencies = (seed >> 4) % 8 == 0 ? 1 : 0;
        int[] near = [.. Enumerable.Range(0, parents).Select(n => i - 1 - (int)((seed >> (5 + (4 * n))) % 9)).Where(p => p >= 0).Distinct()];
        int[] far = [.. Enumerable.Range(0, dependencies).Select(_ => i - 1 - (int)((seed >> 20) % 40)).Where(d => d >= 0)];
        return new(Id(i), Ids(near), Ids(far))
        {
            Created = (seed >> 28) % 4 == 0 ? null : DateTimeOffset.UnixEpoch.AddMinutes(seed >> 25),
        };
    }

    private static EquatableArray<string> Ids(IEnumerable<int> indexes) => indexes.Select(Id).ToEquatableArray();

    private static string Id(int i) => "r" + (i * 7919 % 1009).ToString("D4", CultureInfo.InvariantCulture);
}
