using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Takes out of <c>CREATE TABLE</c> and <c>DROP TABLE</c> what calls a function that itself needs the table.</summary>
internal static class TableInParts
{
    public static IReadOnlyList<PlannedOperation>? Of(PlanContext context, PlannedOperation planned, IReadOnlySet<SchemaKey> circle) => planned.Operation switch
    {
        CreateTable create => Creating(context, planned, create.Table, circle),
        DropTable drop => Dropping(context, planned, drop.Table, circle),
        _ => null,
    };

    private static IReadOnlyList<PlannedOperation>? Creating(PlanContext context, PlannedOperation planned, Table table, IReadOnlySet<SchemaKey> circle)
    {
        var apart = Apart(table, text => context.NewUses.OfExpression(text, table.Name.Schema).Any(circle.Contains));
        if (IsEmpty(apart))
        {
            return null;
        }

        var rest = Without(table, apart);
        var create = NewTables.Create(context, rest);
        create.Makes.AddRange(planned.Makes.Except(TableKeys.Owned(table)));
        OperationRank Rank(int part, string name) => new(Stage.NewTables, table.Name, part, name);
        return
        [
            create,
            .. apart.Columns.Select(c => c.Generated is null
                ? Altering(table.Name, c with { Default = null }, c, Rank(TablePart.AlterColumn, c.Name))
                : new PlannedOperation(new AddColumn(table.Name, c))
                {
                    Rank = Rank(TablePart.AddColumn, c.Name),
                    Makes = [SchemaKey.Column(table.Name, c.Name)],
                    Needs = [SchemaKey.Relation(table.Name), .. context.References(c, table.Name.Schema, asItIs: false)],
                }),
            .. apart.Checks.Select(c => ConstraintPlanner.Adding(table, c, Rank(TablePart.AddConstraint, c.Name))),
            .. apart.Exclusions.Select(e => ConstraintPlanner.Adding(table, e, Rank(TablePart.AddConstraint, e.Name))),
            .. apart.Indexes.Select(i => IndexPlanner.Creating(table, i)),
            .. apart.Policies.Select(p => PolicyPlanner.Creating(context, table, p, Rank(TablePart.CreatePolicy, p.Name))),
        ];
    }

    private static IReadOnlyList<PlannedOperation>? Dropping(PlanContext context, PlannedOperation planned, Table table, IReadOnlySet<SchemaKey> circle)
    {
        var apart = Apart(table, text => context.OldUses.OfExpression(text, table.Name.Schema).Any(circle.Contains));
        if (IsEmpty(apart))
        {
            return null;
        }

        var drop = OldTables.Drop(context, Without(table, apart));
        drop.Removes.AddRange(planned.Removes.Except(TableKeys.Owned(table)));
        OperationRank Rank(int part, string name) => new(Stage.OldTables, table.Name, part, name);
        List<PlannedOperation> parts =
        [
            .. apart.Columns.Select(c => c.Generated is null
                ? Altering(table.Name, c, c with { Default = null }, Rank(TablePart.DropForeignKey, c.Name))
                : new PlannedOperation(new DropColumn(table.Name, c))
                {
                    Rank = Rank(TablePart.DropForeignKey, c.Name),
                    Removes = [SchemaKey.Column(table.Name, c.Name)],
                }),
            .. apart.Checks.Select(c => ConstraintPlanner.Dropping(table, c, Rank(TablePart.DropConstraint, c.Name))),
            .. apart.Exclusions.Select(e => ConstraintPlanner.Dropping(table, e, Rank(TablePart.DropConstraint, e.Name))),
            .. apart.Indexes.Select(i => IndexPlanner.Dropping(table, i)),
            .. apart.Policies.Select(p => PolicyPlanner.Dropping(context, table, p, Rank(TablePart.DropPolicy, p.Name))),
        ];
        foreach (var part in parts)
        {
            part.Frees.Add(SchemaKey.Relation(table.Name));
        }

        return [drop, .. parts];
    }

    private static PlannedOperation Altering(QualifiedName table, Column old, Column @new, OperationRank rank) => new(new AlterColumn(table, old, @new))
    {
        Rank = rank,
        Changes = [SchemaKey.Column(table, @new.Name)],
        Needs = [.. old.Default is null ? [SchemaKey.Relation(table)] : Array.Empty<SchemaKey>()],
    };

    /// <summary>A table with nothing but what calls such functions.</summary>
    private static Table Apart(Table table, Predicate<string> calls)
    {
        bool Calls(ExpressionTexts texts) => texts.Expressions.Any(e => calls(e));
        return new Table
        {
            Name = table.Name,
            Columns = [.. table.Columns.Where(c => Calls(ExpressionTexts.Of(c)))],
            Checks = [.. table.Checks.Where(c => Calls(ExpressionTexts.Of(c)))],
            Exclusions = [.. table.Exclusions.Where(e => Calls(ExpressionTexts.Of(e)))],
            Indexes = [.. table.Indexes.Where(i => Calls(ExpressionTexts.Of(i)))],
            Policies = [.. table.Policies.Where(p => Calls(ExpressionTexts.Of(p)))],
        };
    }

    private static bool IsEmpty(Table parts) =>
        parts.Columns.IsEmpty && parts.Checks.IsEmpty && parts.Exclusions.IsEmpty && parts.Indexes.IsEmpty && parts.Policies.IsEmpty;

    private static Table Without(Table table, Table apart) => table with
    {
        Columns = [.. table.Columns.Where(c => c.Generated is null || !apart.Columns.Contains(c)).Select(c => apart.Columns.Contains(c) ? c with { Default = null } : c)],
        Checks = [.. table.Checks.Except(apart.Checks)],
        Exclusions = [.. table.Exclusions.Except(apart.Exclusions)],
        Indexes = [.. table.Indexes.Except(apart.Indexes)],
        Policies = [.. table.Policies.Except(apart.Policies)],
    };
}
