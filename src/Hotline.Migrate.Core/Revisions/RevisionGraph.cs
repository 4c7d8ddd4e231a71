using System.Collections.Immutable;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Building;
using Hotline.Migrate.Revisions.Planning;
using Hotline.Migrate.Revisions.Selecting;
using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions;

/// <summary>The revisions of a project and how they stand on each other: a directed graph without cycles.</summary>
/// <remarks>
/// <para>
/// A database is described by the ids that are applied to it; ids that the graph lacks are allowed where a member says so. Where a
/// database <i>is</i> are the applied revisions that no other applied one stands on, by parents or by dependencies.
/// </para>
/// <para>
/// Everything lists revisions in one order: each after all that it stands on, one branch after the other, the older branch first.
/// Every answer takes time in proportion to the size of the graph.
/// </para>
/// </remarks>
public sealed partial class RevisionGraph
{
    private readonly GraphTopology graph;

    private RevisionGraph(ImmutableArray<RevisionNode> nodes)
    {
        graph = new(nodes);
        Heads = Nodes(graph.Where(n => graph.Children[n] is []));
        EffectiveHeads = Nodes(graph.Tips(graph.All));
        Bases = Nodes(graph.Where(n => graph.Parents[n] is []));
        BranchPoints = Nodes(graph.Where(n => graph.Children[n].Length > 1));
        MergePoints = Nodes(graph.Where(n => graph.Parents[n].Length > 1));
    }

    /// <summary>The graph of a project without a migration.</summary>
    public static RevisionGraph Empty { get; } = new([]);

    /// <summary>All revisions, each after all that it stands on.</summary>
    public IReadOnlyList<RevisionNode> Revisions => graph.Nodes;

    /// <summary>The revisions that are no revision's parent.</summary>
    public IReadOnlyList<RevisionNode> Heads { get; }

    /// <summary>The heads that no revision depends on either: a database that is at these has everything.</summary>
    public IReadOnlyList<RevisionNode> EffectiveHeads { get; }

    /// <summary>The revisions without a parent.</summary>
    public IReadOnlyList<RevisionNode> Bases { get; }

    /// <summary>The revisions that are the parent of several.</summary>
    public IReadOnlyList<RevisionNode> BranchPoints { get; }

    /// <summary>The revisions with several parents.</summary>
    public IReadOnlyList<RevisionNode> MergePoints { get; }

    /// <summary>Makes the graph of <paramref name="nodes"/>, whose order does not matter.</summary>
    /// <exception cref="DiagnosticException">They do not make a graph. Every problem is in it, and names the ids and the files.</exception>
    public static RevisionGraph Build(IEnumerable<RevisionNode> nodes)
    {
        RevisionNode[] all = [.. nodes];
        return GraphProblems.Find(all) is { Count: > 0 } problems
            ? throw new DiagnosticException(FailureKind.Usage, problems)
            : new(TopologicalOrder.Of(all));
    }

    /// <summary>The graph with more revisions, such as a new file, or those that only a database's history knows.</summary>
    /// <exception cref="DiagnosticException">Together they do not make a graph.</exception>
    public RevisionGraph With(params IEnumerable<RevisionNode> nodes) => Build(Revisions.Concat(nodes));

    /// <summary>The revision with exactly this id, or <c>null</c>.</summary>
    public RevisionNode? Find(string id) => graph.FindId(id) is { } node ? graph.Nodes[node] : null;

    /// <summary>The revisions that name <paramref name="id"/> as a parent.</summary>
    public IReadOnlyList<RevisionNode> Children(string id) => graph.FindId(id) is { } node ? Nodes(graph.Children[node]) : [];

    /// <summary>The labels that apply to each revision: its own, its ancestors', and its descendants' down to the last branchpoint or mergepoint before them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Labels() =>
        BranchLabels.Spread(graph).Select((labels, node) => (graph.Nodes[node].Id, (IReadOnlyList<string>)labels))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The revisions and all that must be applied before them: ancestors and dependencies.</summary>
    public IReadOnlyList<RevisionNode> WithPrerequisites(params IEnumerable<string> ids) => Nodes(graph.WithPrerequisites(Known(ids)));

    /// <summary>The revisions and all that cannot stay without them: descendants and those that depend on them.</summary>
    public IReadOnlyList<RevisionNode> WithDependents(params IEnumerable<string> ids) => Nodes(graph.WithDependents(Known(ids)));

    /// <summary>The revisions that a selector means; none for base. <c>+N</c> counts from base and <c>-N</c> from the head.</summary>
    /// <exception cref="DiagnosticException">It means nothing, or leads to several places where one is needed.</exception>
    public IReadOnlyList<RevisionNode> Resolve(string selector, IEnumerable<string>? applied = null)
    {
        var parsed = Selector.Parse(selector);
        return Nodes(Resolver(applied).Resolve(parsed.OrFrom(parsed.Steps < 0 ? Anchor.Head : Anchor.Base)).Revisions);
    }

    private SelectorResolver Resolver(IEnumerable<string>? applied, string? command = null) => new(graph, Known(applied ?? []), command);

    private NodeSet Known(IEnumerable<string> ids) => AppliedRevisions.Of(graph, ids).Known;

    private IReadOnlyList<RevisionNode> Nodes(IEnumerable<int> nodes) => [.. nodes.Select(n => graph.Nodes[n])];

    private IReadOnlyList<string> Ids(IEnumerable<int> nodes) => [.. nodes.Select(n => graph.Nodes[n].Id)];
}
