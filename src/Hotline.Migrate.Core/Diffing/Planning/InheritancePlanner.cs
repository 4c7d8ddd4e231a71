using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Tables that inherit from others.</summary>
internal static class InheritancePlanner
{
    /// <summary>The pair in the form in which its columns compare: all of them where the table changes whom it has columns from.</summary>
    public static TablePair Comparable(PlanContext context, TablePair table)
    {
        if (Inheritance.Parents(table.Old).SequenceEqual(Inheritance.Parents(table.New)))
        {
            return table;
        }

        return new TablePair(
            table.Old with { Columns = context.OldInheritance.All(table.Old).ToEquatableArray() },
            table.New with { Columns = context.NewInheritance.All(table.New).ToEquatableArray() });
    }

    public static void Plan(PlanContext context, TablePair table)
    {
        foreach (var parent in table.Old.Inherits.Except(table.New.Inherits))
        {
            context.Add(new PlannedOperation(new DisinheritTable(table.Name, parent))
            {
                Rank = TablePlanner.Rank(table.Name, TablePart.Table),
                Frees = [SchemaKey.Relation(parent), .. context.From.Find<Table>(parent)?.Columns.Select(c => SchemaKey.Column(parent, c.Name)) ?? [], .. PartitionParts.Parts(context.From, parent)],
            });
        }

        foreach (var parent in table.New.Inherits.Except(table.Old.Inherits))
        {
            context.Add(new PlannedOperation(new InheritTable(table.Name, parent))
            {
                Rank = TablePlanner.Rank(table.Name, TablePart.Settings, "inherit"),
                Needs =
                [
                    SchemaKey.Relation(parent),
                    .. context.NewInheritance.All(table.New).Select(c => SchemaKey.Column(table.Name, c.Name)),
                    .. context.To.Find<Table>(parent)?.Columns.Select(c => SchemaKey.Column(parent, c.Name)) ?? [],
                ],
            });
        }
    }

    /// <summary>The column that a table has from above as it is, and as it becomes.</summary>
    public static (Column? Old, Column? New) FromAbove(PlanContext context, TablePair table, string column) => (
        context.OldInheritance.Inherited(table.Old).FirstOrDefault(c => c.Name == column),
        context.NewInheritance.Inherited(table.New).FirstOrDefault(c => c.Name == column));

    /// <summary>What is done above to a column that the table has from there and reaches it too: a new type, and a default that is set or taken away.</summary>
    public static (bool IsRetyped, bool IsReset) Resets(PlanContext context, TablePair table, string column)
    {
        var above = (
            from parent in Inheritance.Above(context.To, table.New)
            join pair in context.Tables on parent.Name equals pair.Name
            let old = context.OldInheritance.All(pair.Old).FirstOrDefault(c => c.Name == column)
            let @new = context.NewInheritance.All(pair.New).FirstOrDefault(c => c.Name == column)
            where old is not null && @new is not null
            select (Old: old, New: @new)).ToList();
        var isRetyped = above.Exists(c => c.Old.Type != c.New.Type || context.Replacements.Converts(c.Old, c.New));
        return (isRetyped, isRetyped || above.Exists(c => !SqlExpression.SameDefault(c.Old.Default, c.New.Default, c.New.Type)));
    }

    /// <summary>The same condition on the tables below, which have it along with this one.</summary>
    public static IEnumerable<SchemaKey> Below(Inheritance inheritance, QualifiedName table, CheckConstraint check)
    {
        var below = new HashSet<QualifiedName>();
        var waiting = new Queue<QualifiedName>(check.NoInherit ? [] : [table]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var child in inheritance.Children(next).Where(c => c.Name != table && below.Add(c.Name)))
            {
                waiting.Enqueue(child.Name);
            }
        }

        return below.Order().Select(t => SchemaKey.Constraint(t, check.Name));
    }

    /// <summary>Whether tables that inherit the column keep it as their own when it goes.</summary>
    public static bool IsKeptBelow(PlanContext context, TablePair table, string column)
    {
        var children = context.NewInheritance.Children(table.Name).Where(c => context.From.Find<Table>(c.Name) is not null).ToList();
        var keeping = children.Where(c => c.FindColumn(column) is not null).ToList();
        if (keeping.Count > 0 && keeping.Count < children.Count)
        {
            context.Report(
                DiagnosticCodes.ChangeNotSupported,
                $"{table.Name}.{column} goes, and only some of the tables that inherit it keep it.",
                SchemaKinds.Table,
                table.Name,
                column,
                "Drop it in a migration of your own with ALTER TABLE ONLY, and from the other tables after that.");
        }

        return keeping.Count > 0;
    }
}
