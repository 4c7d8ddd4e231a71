using System.Globalization;
using Hotline.Migrate.Revisions;

namespace Hotline.Migrate.Core.Tests.Revisions;

/// <summary>Ten times the revisions take about ten times the work: nothing walks the graph once for each revision.</summary>
public sealed class RevisionGraphScaleTests
{
    private const int Few = 2_000;

    private const int Many = 20_000;

    [Fact]
    public void Memory_grows_with_the_number_of_revisions()
    {
        var (few, many) = (Nodes(Few), Nodes(Many));
        Work(few);

        var (fewBytes, manyBytes) = (Bytes(few), Bytes(many));

        Assert.True(manyBytes < 14 * fewBytes, string.Create(CultureInfo.InvariantCulture, $"{fewBytes} bytes, then {manyBytes}."));
    }

    /// <summary>A trunk with a branch of five and its merge every ten revisions, and a dependency now and then.</summary>
    private static RevisionNode[] Nodes(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => (i % 10, i) switch
        {
            (_, 0) => new RevisionNode(Id(0)),
            (5, _) => new(Id(i), [Id(i - 5)], Labels: i == 505 ? ["label"] : []),
            (0, _) => new(Id(i), [Id(i - 1), Id(i - 6)], i > 100 ? [Id(i - 97)] : []),
            _ => new(Id(i), [Id(i - 1)]),
        }),
    ];

    private static string Id(int i) => "r" + i.ToString("D6", CultureInfo.InvariantCulture);

    private static void Work(RevisionNode[] nodes)
    {
        var graph = RevisionGraph.Build(nodes);
        var half = graph.Revisions.Take(nodes.Length / 2).Select(n => n.Id).ToArray();
        var all = graph.Revisions.Select(n => n.Id).ToArray();
        graph.PlanUpgrade(half, "heads");
        graph.PlanDowngrade(all, Id(0)[..7]);
        graph.PlanDowngrade(all, "base");
        graph.PlanStamp(half, [Id(10)]);
        graph.History($"{Id(10)}:heads", half);
        graph.Labels();
    }

    private static long Bytes(RevisionNode[] nodes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Work(nodes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
