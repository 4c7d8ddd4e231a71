namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Orders operations by what they depend on. What does not depend on each other comes in the order of its rank.</summary>
internal static class OperationGraph
{
    /// <param name="planned">The operations.</param>
    /// <param name="stuck">Gets those that wait for each other when none of them gives way; what is returned is in the order of rank then.</param>
    public static IReadOnlyList<PlannedOperation> Sort(IEnumerable<PlannedOperation> planned, Action<IReadOnlyList<PlannedOperation>> stuck)
    {
        var nodes = planned.OrderBy(n => n.Rank).ToList();
        while (true)
        {
            var edges = Edges(nodes);
            var circle = Circles.First(edges);
            if (circle is null)
            {
                return [.. Visit(edges).Select(i => nodes[i])];
            }

            if (Split(nodes, circle) is not { } split)
            {
                stuck([.. circle.Select(i => nodes[i])]);
                return nodes;
            }

            nodes = split;
        }
    }

    private static List<PlannedOperation>? Split(List<PlannedOperation> nodes, IReadOnlyList<int> circle)
    {
        var members = circle.Select(i => nodes[i]).ToList();
        var keys = members.SelectMany(n => n.Makes.Concat(n.Removes).Concat(n.Changes)).ToHashSet();
        var result = new List<PlannedOperation>(nodes);
        foreach (var (member, gives) in members.Select(m => (m, m.Split)).Concat(members.Select(m => (m, m.Yield))))
        {
            if (gives?.Invoke(keys) is { } parts)
            {
                // One at a time: it may have been the only one that had to give way.
                result.Remove(member);
                return [.. result.Concat(parts).OrderBy(n => n.Rank)];
            }
        }

        return null;
    }

    /// <summary>For each operation the ones that must come before it.</summary>
    private static List<SortedSet<int>> Edges(List<PlannedOperation> nodes)
    {
        var frees = Index(nodes, n => n.Frees);
        var changes = Index(nodes, n => n.Changes);
        var removes = Index(nodes, n => n.Removes);
        var makes = Index(nodes, n => n.Makes);
        var before = nodes.Select(_ => new SortedSet<int>()).ToList();
        for (var i = 0; i < nodes.Count; i++)
        {
            After(nodes[i].Changes, frees, before[i]);
            After(nodes[i].Removes, frees, before[i]);
            After(nodes[i].Removes, changes, before[i]);
            After(nodes[i].Makes, removes, before[i]);
            After(nodes[i].Needs, makes, before[i]);
            After(nodes[i].Needs, changes, before[i]);

            // Two that change the same thing go by rank, for the nodes are sorted by it.
            foreach (var key in nodes[i].Changes)
            {
                before[i].UnionWith(changes[key].Where(c => c < i));
            }

            before[i].Remove(i);
        }

        return before;
    }

    private static void After(List<SchemaKey> keys, Dictionary<SchemaKey, List<int>> index, SortedSet<int> before)
    {
        foreach (var key in keys)
        {
            if (index.TryGetValue(key, out var others))
            {
                before.UnionWith(others);
            }
        }
    }

    private static Dictionary<SchemaKey, List<int>> Index(List<PlannedOperation> nodes, Func<PlannedOperation, List<SchemaKey>> keys) => nodes
        .SelectMany((n, i) => keys(n).Select(k => (Key: k, Index: i)))
        .GroupBy(p => p.Key)
        .ToDictionary(g => g.Key, g => g.Select(p => p.Index).ToList());

    private static List<int> Visit(List<SortedSet<int>> before)
    {
        var done = new bool[before.Count];
        var order = new List<int>();
        var stack = new Stack<(int Node, IEnumerator<int> Others)>();
        for (var start = 0; start < before.Count; start++)
        {
            if (done[start])
            {
                continue;
            }

            done[start] = true;
            stack.Push((start, before[start].GetEnumerator()));
            while (stack.Count > 0)
            {
                var (node, rest) = stack.Peek();
                if (!rest.MoveNext())
                {
                    order.Add(stack.Pop().Node);
                }
                else if (!done[rest.Current])
                {
                    done[rest.Current] = true;
                    stack.Push((rest.Current, before[rest.Current].GetEnumerator()));
                }
            }
        }

        return order;
    }
}
