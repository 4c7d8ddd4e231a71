using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions.Building;

/// <summary>Everything that keeps revisions from making a graph.</summary>
internal static class GraphProblems
{
    /// <summary>All problems, those of single files first. No problem is told twice in other words.</summary>
    public static IReadOnlyList<Diagnostic> Find(IReadOnlyList<RevisionNode> nodes)
    {
        var names = new NodeNames(nodes);
        return [.. NameProblems.Find(nodes, names), .. EdgeProblems.Find(nodes, names), .. CycleProblems.Find(names)];
    }
}
