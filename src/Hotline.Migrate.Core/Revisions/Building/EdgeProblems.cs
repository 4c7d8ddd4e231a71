using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions.Building;

/// <summary>Parents and dependencies that are missing, repeated or the migration itself.</summary>
internal static class EdgeProblems
{
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<RevisionNode> nodes, NodeNames names) =>
        nodes.Where(node => !IsPlain(node, names)).SelectMany(node => Parents(node, names).Concat(Dependencies(node, names)));

    // Nearly every revision has one parent and no dependency, and there may be thousands.
    private static bool IsPlain(RevisionNode node, NodeNames names) =>
        node is { DependsOn.IsEmpty: true, Parents: [var parent] } && parent != node.Id && names.ById.Contains(parent);

    private static IEnumerable<Diagnostic> Parents(RevisionNode node, NodeNames names)
    {
        foreach (var parent in node.Parents.CountBy(p => p, StringComparer.Ordinal))
        {
            if (parent.Key == node.Id)
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.SelfParent,
                    $"{GraphDiagnostics.Name(node)} is its own parent.", "Name the revision it builds on (-- parents:), or none.");
            }
            else if (!names.ById.Contains(parent.Key))
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.MissingParent,
                    $"{GraphDiagnostics.Name(node)} builds on {parent.Key}, and no migration has that id.",
                    [$"Bring back the file of {parent.Key} (it may not be committed or merged).", .. Meant(parent.Key, names)]);
            }

            if (parent.Value > 1)
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.RepeatedParent,
                    $"{GraphDiagnostics.Name(node)} names its parent {parent.Key} more than once.", "Name each parent once (-- parents:).");
            }
        }
    }

    private static IEnumerable<Diagnostic> Dependencies(RevisionNode node, NodeNames names)
    {
        foreach (var name in node.DependsOn.Distinct(StringComparer.Ordinal))
        {
            if (names.Dependency(name) is not { } dependency)
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.MissingDependency,
                    $"{GraphDiagnostics.Name(node)} depends on {name}, and no migration has that id or label.",
                    [$"Bring back the file of {name} (it may not be committed or merged).", .. Meant(name, names)]);
            }
            else if (dependency.Id == node.Id)
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.SelfDependency,
                    $"{GraphDiagnostics.Name(node)} depends on itself.", "Remove it from its dependencies (-- depends_on:).");
            }
        }
    }

    private static IEnumerable<string> Meant(string name, NodeNames names) =>
        NearNames.Of(name, names.Unique.Select(n => n.Id)) is { Count: > 0 } near ? [$"Or correct the id: {string.Join(", ", near)}?"] : [];
}
