using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Plans <c>CREATE TABLE</c>.</summary>
internal static class NewTables
{
    public static void Plan(PlanContext context, Table table)
    {
        // A policy that looks into other tables has to wait for them.
        var apart = table.Policies.Where(p => PolicyPlanner.Relations(context, table, p, asItIs: false).Any(k => k.Name != table.Name)).ToList();
        var own = table with { Policies = table.Policies.Except(apart).ToEquatableArray() };
        context.Add(Create(context, own));
        foreach (var policy in apart)
        {
            PolicyPlanner.Create(context, table, policy, Rank(table, TablePart.CreatePolicy, policy.Name));
        }
    }

    /// <summary>The table without what is planned apart.</summary>
    public static PlannedOperation Create(PlanContext context, Table table)
    {
        var note = context.Restoring ? $"structure only: the rows of {table.Name} do not come back" : null;
        return new PlannedOperation(new CreateTable(table) { Note = note })
        {
            Rank = Rank(table, TablePart.Table),
            Makes = [.. TableKeys.Owned(table)],
            Needs =
            [
                SchemaKey.Schema(table.Name.Schema),
                SchemaKey.Extensions,
                .. table.Columns.SelectMany(c => context.References(c, table.Name.Schema, asItIs: false)),
                .. table.ForeignKeys.Where(k => k.References != table.Name).SelectMany(TableKeys.Referenced),
                .. Inheritance.Parents(table).Select(SchemaKey.Relation),
            ],
            Split = keys => Split(context, table, keys),
        };
    }

    private static IReadOnlyList<PlannedOperation>? Split(PlanContext context, Table table, IReadOnlySet<SchemaKey> circle)
    {
        var apart = table.ForeignKeys.Where(k => k.References != table.Name && TableKeys.Referenced(k).Any(circle.Contains)).ToList();
        return apart.Count == 0
            ? null
            :
            [
                Create(context, table with { ForeignKeys = table.ForeignKeys.Except(apart).ToEquatableArray() }),
                .. apart.Select(k => ConstraintPlanner.Adding(table, k, Rank(table, TablePart.AddForeignKey, k.Name))),
            ];
    }

    private static OperationRank Rank(Table table, int part, string name = "") => new(Stage.NewTables, table.Name, part, name);
}
