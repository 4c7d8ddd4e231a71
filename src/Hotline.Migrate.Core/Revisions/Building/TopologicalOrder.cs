using System.Collections.Immutable;

namespace Hotline.Migrate.Revisions.Building;

/// <summary>Puts sound revisions into the one order in which they are run, listed and numbered.</summary>
/// <remarks>
/// Each comes after all that it stands on; one branch is followed to its head before the next one begins; of two branches the one
/// with the older head comes first. It depends on ids and dates alone, so every machine has the same order.
/// </remarks>
internal static class TopologicalOrder
{
    public static ImmutableArray<RevisionNode> Of(IReadOnlyCollection<RevisionNode> nodes)
    {
        var byAge = nodes.OrderBy(n => n.Created ?? DateTimeOffset.MinValue).ThenBy(n => n.Id, StringComparer.Ordinal).ToArray();
        var rank = new Dictionary<string, int>(byAge.Length, StringComparer.Ordinal);
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < byAge.Length; i++)
        {
            rank.Add(byAge[i].Id, i);
            foreach (var label in byAge[i].Labels)
            {
                labels.Add(label, i);
            }
        }

        int Rank(string name) => rank.TryGetValue(name, out var i) ? i : labels[name];
        int[] StandsOn(RevisionNode node) => node is { DependsOn.IsEmpty: true, Parents: [var parent] }
            ? [Rank(parent)]
            : [.. node.DependsOn.Select(Rank).Order(), .. node.Parents.Select(Rank).Order()];

        var hasChild = byAge.SelectMany(n => n.Parents).ToHashSet(StringComparer.Ordinal);
        var below = byAge.Select(StandsOn).ToArray();
        var order = ImmutableArray.CreateBuilder<RevisionNode>(byAge.Length);
        var entered = new bool[byAge.Length];
        foreach (var head in byAge.Where(n => !hasChild.Contains(n.Id)))
        {
            Follow(rank[head.Id]);
        }

        return order.MoveToImmutable();

        void Follow(int head)
        {
            // An own stack: the line of a long-lived project is deeper than a thread's.
            var path = new Stack<(int Node, int Next)>();
            Enter(head);
            while (path.TryPop(out var step))
            {
                if (step.Next < below[step.Node].Length)
                {
                    path.Push(step with { Next = step.Next + 1 });
                    Enter(below[step.Node][step.Next]);
                }
                else
                {
                    order.Add(byAge[step.Node]);
                }
            }

            void Enter(int node)
            {
                if (!entered[node])
                {
                    entered[node] = true;
                    path.Push((node, 0));
                }
            }
        }
    }
}
