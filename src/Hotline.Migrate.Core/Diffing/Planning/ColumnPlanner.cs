using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Columns of a table that stays. Their order is no difference.</summary>
internal static class ColumnPlanner
{
    public static void Plan(PlanContext context, TablePair table, Rebuilds rebuilds)
    {
        foreach (var column in table.New.Columns)
        {
            if (table.Old.FindColumn(column.Name) is not { } old)
            {
                Add(context, table, column, isNew: true);
                continue;
            }

            if (rebuilds.Recreates(table.Name, column.Name))
            {
                Drop(context, table, old);
                Add(context, table, column, isNew: false);
                continue;
            }

            Alter(context, table, InEnum(context, old, column), column);
            Comments.Plan(
                context,
                new CommentTarget("COLUMN", table.Name, column.Name),
                old.Comment,
                column.Comment,
                TablePlanner.Rank(table.Name, TablePart.Comment, column.Name));
        }

        foreach (var column in table.Old.Columns)
        {
            if (table.New.FindColumn(column.Name) is null && !context.Open.Columns.Contains((table.Name, column.Name)))
            {
                Drop(context, table, column);
            }
        }
    }

    private static void Add(PlanContext context, TablePair table, Column column, bool isNew)
    {
        var fill = ColumnFills.ForNew(context, table, column);
        var note = context.Restoring && isNew && column.Generated is null
            ? $"structure only: the values of {table.Name}.{column.Name} do not come back"
            : null;
        context.Add(new PlannedOperation(new AddColumn(table.Name, column, fill) { Note = note })
        {
            Rank = TablePlanner.Rank(table.Name, TablePart.AddColumn, Ordinal(table.New, column)),
            Makes = [SchemaKey.Column(table.Name, column.Name)],
            Needs =
            [
                .. context.References(column, asItIs: false),
                .. TableKeys.Named(table.New, column.Generated?.Expression).Select(c => SchemaKey.Column(table.Name, c)),
                .. ColumnFills.Needs(context, table, column, fill),
            ],
            Frees = [.. ColumnFills.Frees(context, table, fill)],
        });
    }

    private static void Drop(PlanContext context, TablePair table, Column column)
    {
        var loss = column.Generated is null
            ? new DataLoss(DiagnosticCodes.DropColumn, $"the values of {table.Name}.{column.Name}")
            : null;
        context.Add(new PlannedOperation(new DropColumn(table.Name, column) { Loss = loss })
        {
            Rank = TablePlanner.Rank(table.Name, TablePart.DropColumn, Ordinal(table.Old, column)),
            Removes = [SchemaKey.Column(table.Name, column.Name)],
            Frees =
            [
                .. context.References(column, asItIs: true),
                .. TableKeys.Named(table.Old, column.Generated?.Expression).Select(c => SchemaKey.Column(table.Name, c)),
            ],
        });
    }

    private static void Alter(PlanContext context, TablePair table, Column old, Column column)
    {
        if (!ColumnChange.IsAltered(old, column))
        {
            return;
        }

        var conversion = ColumnConversion.Of(context, table, old, column);
        var fill = ColumnFills.ForNotNull(context, table, old, column);
        var loss = conversion.Loses is { } lost
            ? new DataLoss(DiagnosticCodes.LossyTypeChange, $"{lost} in {table.Name}.{column.Name}, which becomes {column.Type}")
            : null;
        context.Add(new PlannedOperation(new AlterColumn(table.Name, old, column, conversion.Using, fill) { Loss = loss })
        {
            Rank = TablePlanner.Rank(table.Name, TablePart.AlterColumn, Ordinal(table.New, column)),
            Changes = [SchemaKey.Column(table.Name, column.Name)],
            Needs = [.. context.References(column, asItIs: false), .. ColumnFills.Needs(context, table, column, fill)],
            Frees = [.. context.References(old, asItIs: true).Except(context.References(column, asItIs: false)), .. ColumnFills.Frees(context, table, fill)],
        });
    }

    // An enum that is made anew has set the new default already.
    private static Column InEnum(PlanContext context, Column old, Column column) =>
        context.EnumOf(column.Type) is { } name
        && context.EnumOf(old.Type) == name
        && context.From.Find<EnumType>(name) is { } before
        && context.To.Find<EnumType>(name) is { } after
        && EnumPlanner.IsReplaced(before, after)
        && !context.Open.Labels.Contains(name)
            ? old with { Default = column.Default }
            : old;

    private static string Ordinal(Table table, Column column) =>
        table.Columns.ToList().FindIndex(c => c.Name == column.Name).ToString("d5", System.Globalization.CultureInfo.InvariantCulture);
}
