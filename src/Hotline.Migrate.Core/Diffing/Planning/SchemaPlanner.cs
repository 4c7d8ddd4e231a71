using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Plans one direction between two schemas that name the same things alike.</summary>
internal static class SchemaPlanner
{
    /// <param name="from">The schema as it is, after the renames.</param>
    /// <param name="to">The schema as it becomes.</param>
    /// <param name="namespaces">The schemas that are there before the renames, which may move things to others.</param>
    /// <param name="restoring">Whether this is the way back.</param>
    /// <param name="open">What open questions are about.</param>
    public static SchemaPlan Plan(DatabaseSchema from, DatabaseSchema to, IReadOnlySet<string> namespaces, bool restoring, OpenQuestions open)
    {
        var context = new PlanContext(from, to, restoring, open);
        var (rebuilds, sqlRebuilds) = Rebuilds.All(context);
        NamespacePlanner.Plan(context, namespaces);
        ExtensionPlanner.Plan(context);
        EnumPlanner.Plan(context);
        DomainPlanner.Plan(context);
        CompositePlanner.Plan(context);
        TypeGroupPlanner.Plan(context);
        SequencePlanner.Plan(context, rebuilds);
        TablePlanner.Plan(context, rebuilds);
        SqlObjectPlanner.Plan(context, sqlRebuilds);
        ExpressionRebuilds.Plan(context, sqlRebuilds);
        PrivilegePlanner.Plan(context);
        DiffFinding? circle = null;
        var ordered = OperationGraph.Sort(
            context.Planned.Select(o => ExpressionUses.Complete(context, o)),
            stuck => circle = context.Findings.Count > 0 ? null : Circle(stuck));
        return new SchemaPlan([.. context.First, .. RoutineBodies.Unchecked(context, ordered)], context.Findings, circle);
    }

    private static DiffFinding Circle(IReadOnlyList<PlannedOperation> stuck) => new(
        new Diagnostic
        {
            Code = DiagnosticCodes.ChangeNotSupported,
            Summary = "These changes wait for each other, here or on the way back: "
                + string.Join("; ", stuck.Select(s => OperationSummary.Of(s.Operation))) + ".",
            NextActions = ["Make one of them in a migration of its own, and the others after it."],
        },
        SchemaKinds.Table,
        stuck[0].Rank.Owner,
        null);
}
