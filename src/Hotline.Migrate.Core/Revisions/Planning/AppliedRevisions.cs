using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Planning;

/// <summary>What a database has, seen with a graph.</summary>
/// <param name="Known">The revisions that the graph holds, too.</param>
/// <param name="Unknown">The ids that it lacks, sorted.</param>
internal sealed record AppliedRevisions(NodeSet Known, IReadOnlyList<string> Unknown)
{
    public static AppliedRevisions Of(GraphTopology graph, IEnumerable<string> ids)
    {
        var byKnown = ids.Distinct(StringComparer.Ordinal).ToLookup(id => graph.FindId(id) is not null);
        return new(
            graph.Set(byKnown[true].Select(id => graph.FindId(id)!.Value)),
            [.. byKnown[false].Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is known, when that is all.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">There are unknown ones.</exception>
    public NodeSet AllKnown() => Unknown is [] ? Known : throw PlanErrors.UnknownApplied(Unknown);
}
