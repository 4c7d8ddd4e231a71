using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Plans one direction between two schemas that name the same things alike.</summary>
internal static class SchemaPlanner
{
    public static SchemaPlan Plan(DatabaseSchema from, DatabaseSchema to, bool restoring, OpenQuestions open)
    {
        var context = new PlanContext(from, to, restoring, open);
        var rebuilds = Rebuilds.Of(context);
        NamespacePlanner.Plan(context);
        ExtensionPlanner.Plan(context);
        EnumPlanner.Plan(context);
        SequencePlanner.Plan(context);
        TablePlanner.Plan(context, rebuilds);
        var ordered = OperationGraph.Sort(context.Planned);
        return new SchemaPlan([.. context.First, .. ordered], context.Findings);
    }
}
