using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Revisions.Building;

/// <summary>Ids and labels that are illegal or taken.</summary>
internal static class NameProblems
{
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<RevisionNode> nodes, NodeNames names) =>
        [.. Illegal(nodes), .. DuplicateIds(names), .. DuplicateLabels(names), .. LabelsThatAreIds(names)];

    private static IEnumerable<Diagnostic> Illegal(IReadOnlyList<RevisionNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (RevisionName.Problem(node.Id) is { } idProblem)
            {
                yield return GraphDiagnostics.About(node, DiagnosticCodes.IllegalRevisionName,
                    $"'{node.Id}' cannot be a revision id: {idProblem}.", "Give the migration another id in its header (-- revision:).");
            }

            foreach (var label in node.Labels)
            {
                if (RevisionName.Problem(label) is { } labelProblem)
                {
                    yield return GraphDiagnostics.About(node, DiagnosticCodes.IllegalRevisionName,
                        $"'{label}' of {GraphDiagnostics.Name(node)} cannot be a label: {labelProblem}.", "Give the branch another label (-- labels:).");
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> DuplicateIds(NodeNames names) =>
        from same in names.ById
        where same.Count() > 1
        select GraphDiagnostics.About(same, DiagnosticCodes.DuplicateRevision,
            $"Several migrations have the revision id {same.Key}: {GraphDiagnostics.Files(same)}.",
            "Remove the copy, or give one of them an id of its own and correct the parents of those that build on it.");

    private static IEnumerable<Diagnostic> DuplicateLabels(NodeNames names) =>
        from same in names.ByLabel
        where same.Count() > 1
        select GraphDiagnostics.About(same, DiagnosticCodes.DuplicateLabel,
            same.Distinct().Count() == 1
                ? $"The label {same.Key} stands twice in {GraphDiagnostics.Name(same.First())}."
                : $"Several migrations carry the label {same.Key}: {GraphDiagnostics.Names(same)}.",
            "A label stands at the one revision where its branch begins; what builds on it has it by itself.");

    private static IEnumerable<Diagnostic> LabelsThatAreIds(NodeNames names) =>
        from labelled in names.ByLabel
        where names.ById.Contains(labelled.Key)
        select GraphDiagnostics.About(labelled, DiagnosticCodes.LabelIsRevision,
            $"The label {labelled.Key} of {GraphDiagnostics.Name(labelled.First())} is the id of a revision: {GraphDiagnostics.Files(names.ById[labelled.Key])}.",
            "Give the branch another label (-- labels:).");
}
