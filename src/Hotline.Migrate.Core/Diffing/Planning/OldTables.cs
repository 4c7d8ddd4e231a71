using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Plans <c>DROP TABLE</c>.</summary>
internal static class OldTables
{
    public static void Plan(PlanContext context, Table table)
    {
        var apart = table.Policies.Where(p => PolicyPlanner.Relations(context, table, p, asItIs: true).Any(k => k.Name != table.Name)).ToList();
        context.Add(Drop(context, table with { Policies = table.Policies.Except(apart).ToEquatableArray() }));
        foreach (var policy in apart)
        {
            PolicyPlanner.Drop(context, table, policy, Rank(table, TablePart.DropPolicy, policy.Name));
        }
    }

    /// <summary>The table without what is planned apart.</summary>
    public static PlannedOperation Drop(PlanContext context, Table table)
    {
        var loss = new DataLoss(DiagnosticCodes.DropTable, $"all rows of {table.Name}");
        return new PlannedOperation(new DropTable(table) { Loss = loss })
        {
            Rank = Rank(table, TablePart.DropColumn),
            Removes = [.. TableKeys.Owned(table), .. OwnedSequences.GoneWith(context, table.Name)],
            Frees =
            [
                SchemaKey.Schema(table.Name.Schema),
                SchemaKey.OldExtensions,
                .. table.Columns.SelectMany(c => context.References(c, table.Name.Schema, asItIs: true)),
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
                Drop(context, table with { ForeignKeys = table.ForeignKeys.Except(apart).ToEquatableArray() }),
                .. apart.Select(k => Detached(table, k)),
            ];
    }

    private static PlannedOperation Detached(Table table, ForeignKey key)
    {
        var drop = ConstraintPlanner.Dropping(table, key, Rank(table, TablePart.DropForeignKey, key.Name));
        drop.Frees.Add(SchemaKey.Relation(table.Name));
        return drop;
    }

    private static OperationRank Rank(Table table, int part, string name = "") => new(Stage.OldTables, table.Name, part, name);
}
