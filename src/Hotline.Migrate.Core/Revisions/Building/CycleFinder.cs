namespace Hotline.Migrate.Revisions.Building;

/// <summary>Finds the groups of revisions that reach each other (Tarjan's strongly connected components, without recursion).</summary>
internal sealed class CycleFinder
{
    private readonly IReadOnlyList<int[]> edges;
    private readonly int[] entered;
    private readonly int[] lowest;
    private readonly bool[] open;
    private readonly Stack<int> component = new();
    private readonly List<int[]> cycles = [];
    private int clock;

    private CycleFinder(IReadOnlyList<int[]> edges)
    {
        this.edges = edges;
        entered = new int[edges.Count];
        lowest = new int[edges.Count];
        open = new bool[edges.Count];
    }

    /// <summary>The groups of two or more, each in ascending order. An edge from a node to itself makes none.</summary>
    public static IReadOnlyList<int[]> Find(IReadOnlyList<int[]> edges)
    {
        var finder = new CycleFinder(edges);
        for (var node = 0; node < edges.Count; node++)
        {
            finder.Visit(node);
        }

        return finder.cycles;
    }

    private void Visit(int root)
    {
        var path = new Stack<(int Node, int Next)>();
        Enter(root);
        while (path.TryPop(out var step))
        {
            var (node, next) = step;
            if (next > 0)
            {
                Lower(node, edges[node][next - 1]);
            }

            if (next < edges[node].Length)
            {
                path.Push((node, next + 1));
                Enter(edges[node][next]);
            }
            else if (lowest[node] == entered[node])
            {
                Close(node);
            }
        }

        void Enter(int node)
        {
            if (entered[node] == 0)
            {
                entered[node] = lowest[node] = ++clock;
                open[node] = true;
                component.Push(node);
                path.Push((node, 0));
            }
        }
    }

    private void Lower(int node, int target)
    {
        if (open[target])
        {
            lowest[node] = Math.Min(lowest[node], lowest[target]);
        }
    }

    private void Close(int first)
    {
        var members = new List<int>();
        int node;
        do
        {
            node = component.Pop();
            open[node] = false;
            members.Add(node);
        }
        while (node != first);

        if (members.Count > 1)
        {
            cycles.Add([.. members.Order()]);
        }
    }
}
