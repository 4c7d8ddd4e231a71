using System.Collections;

namespace Hotline.Migrate.Revisions.Topology;

/// <summary>A set of a graph's revisions. It lists them in the graph's order: each after all that it stands on.</summary>
internal sealed class NodeSet : IEnumerable<int>
{
    private readonly bool[] members;

    private NodeSet(bool[] members)
    {
        this.members = members;
        Count = members.AsSpan().Count(true);
    }

    public int Count { get; }

    public bool IsEmpty => Count == 0;

    /// <summary>Makes the set that <paramref name="fill"/> marks in an array with one place for each of <paramref name="size"/> revisions.</summary>
    public static NodeSet Marked(int size, Action<bool[]> fill)
    {
        var members = new bool[size];
        fill(members);
        return new NodeSet(members);
    }

    public static NodeSet Of(int size, params IEnumerable<int> nodes) => Marked(size, members =>
    {
        foreach (var node in nodes)
        {
            members[node] = true;
        }
    });

    public bool Contains(int node) => members[node];

    public bool Overlaps(NodeSet other) => this.Any(other.Contains);

    public bool IsSubsetOf(NodeSet other) => this.All(other.Contains);

    public NodeSet Union(NodeSet other) => Combine(other, static (a, b) => a | b);

    public NodeSet Intersect(NodeSet other) => Combine(other, static (a, b) => a & b);

    public NodeSet Except(NodeSet other) => Combine(other, static (a, b) => a & !b);

    /// <summary>Copies the marks, for an algorithm that goes on from them.</summary>
    public void CopyTo(bool[] marks) => members.CopyTo(marks, 0);

    public IEnumerator<int> GetEnumerator()
    {
        for (var node = 0; node < members.Length; node++)
        {
            if (members[node])
            {
                yield return node;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private NodeSet Combine(NodeSet other, Func<bool, bool, bool> combine) => Marked(members.Length, result =>
    {
        for (var node = 0; node < result.Length; node++)
        {
            result[node] = combine(members[node], other.members[node]);
        }
    });
}
