namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Finds operations that wait for each other (Tarjan's strongly connected components, without recursion).</summary>
internal static class Circles
{
    /// <summary>The first circle, or <c>null</c> if there is none.</summary>
    public static IReadOnlyList<int>? First(List<SortedSet<int>> before)
    {
        var index = new int[before.Count];
        var low = new int[before.Count];
        var open = new bool[before.Count];
        var path = new Stack<int>();
        var work = new Stack<(int Node, IEnumerator<int> Others)>();
        var next = 0;
        for (var start = 0; start < before.Count; start++)
        {
            if (index[start] == 0)
            {
                Enter(start);
            }

            while (work.Count > 0)
            {
                var (node, rest) = work.Peek();
                if (rest.MoveNext())
                {
                    var other = rest.Current;
                    if (index[other] == 0)
                    {
                        Enter(other);
                    }
                    else if (open[other])
                    {
                        low[node] = Math.Min(low[node], index[other]);
                    }
                }
                else if (Leave(node) is { } circle)
                {
                    return circle;
                }
            }
        }

        return null;

        void Enter(int node)
        {
            index[node] = low[node] = ++next;
            open[node] = true;
            path.Push(node);
            work.Push((node, before[node].GetEnumerator()));
        }

        List<int>? Leave(int node)
        {
            work.Pop();
            if (work.Count > 0)
            {
                low[work.Peek().Node] = Math.Min(low[work.Peek().Node], low[node]);
            }

            if (low[node] != index[node])
            {
                return null;
            }

            var members = new List<int>();
            int member;
            do
            {
                member = path.Pop();
                open[member] = false;
                members.Add(member);
            }
            while (member != node);

            members.Sort();
            return members.Count > 1 ? members : null;
        }
    }
}
