using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What rows that are there already get.</summary>
internal static class ColumnFills
{
    /// <summary>For a column that is added.</summary>
    public static ColumnFill? ForNew(PlanContext context, TablePair table, Column column)
    {
        if (column.Generated is not null || column.Identity is not null)
        {
            return null;
        }

        if (column.Backfill is { } backfill)
        {
            return new ColumnFill(ColumnFillWay.Update, backfill);
        }

        if (column.Nullable || column.Default is not null)
        {
            return null;
        }

        if (context.Restoring)
        {
            return context.Placeholder(table.New, column);
        }

        if (!context.Open.Candidates.Contains((table.Name, column.Name)))
        {
            context.Report(
                DiagnosticCodes.BackfillMissing,
                $"The new column {table.Name}.{column.Name} is NOT NULL, and nothing says what the rows of {table.Name} get.",
                SchemaKinds.Table,
                table.Name,
                column.Name,
                "Give the property a default, or say with [Backfill(\"SQL expression\")] what existing rows get.",
                "Or make the property nullable.");
        }

        return null;
    }

    /// <summary>For a column that becomes NOT NULL.</summary>
    public static ColumnFill? ForNotNull(PlanContext context, TablePair table, Column old, Column column) =>
        ForNull(context, table, old, column) is { } fill
            ? fill with { ChecksDeferred = table.Old.Constraints.Concat(table.New.Constraints).Any(c => IsDeferred(c, column.Name)) }
            : null;

    private static ColumnFill? ForNull(PlanContext context, TablePair table, Column old, Column column)
    {
        if (!old.Nullable || column.Nullable || column.Generated is not null || HasNoNulls(table.Old, column.Name))
        {
            return null;
        }

        if (column.Backfill is { } backfill)
        {
            return new ColumnFill(ColumnFillWay.Update, backfill);
        }

        if (column.Default is { } value)
        {
            return new ColumnFill(ColumnFillWay.Update, value);
        }

        if (context.Restoring)
        {
            return context.Placeholder(table.New, column) switch
            {
                { Way: ColumnFillWay.Numbered } => null,
                { } fill => fill with { Way = ColumnFillWay.Update },
                null => null,
            };
        }

        context.Report(
            DiagnosticCodes.BackfillMissing,
            $"{table.Name}.{column.Name} becomes NOT NULL, and nothing says what takes the place of NULL.",
            SchemaKinds.Table,
            table.Name,
            column.Name,
            "Give the property a default, or say with [Backfill(\"SQL expression\")] what existing rows get.",
            "Or leave the property nullable.");
        return null;
    }

    /// <summary>What the filling expression reads and what stays.</summary>
    public static IEnumerable<SchemaKey> Needs(PlanContext context, TablePair table, Column column, ColumnFill? fill) =>
        Read(context.To, table.Name, fill).Where(k => k != SchemaKey.Column(table.Name, column.Name));

    /// <summary>What the filling expression reads and what goes.</summary>
    public static IEnumerable<SchemaKey> Frees(PlanContext context, TablePair table, ColumnFill? fill) =>
        Read(context.From, table.Name, fill).Except(Read(context.To, table.Name, fill));

    private static IEnumerable<SchemaKey> Read(DatabaseSchema schema, QualifiedName table, ColumnFill? fill)
    {
        if (fill is not { Way: ColumnFillWay.Update })
        {
            return [];
        }

        var names = SqlExpression.ReadNames(fill.Expression);
        return schema.Tables
            .Where(t => t.Name == table || names.Contains(t.Name.Name))
            .SelectMany(t => t.Columns
                .Where(c => names.Contains(c.Name))
                .Select(c => SchemaKey.Column(t.Name, c.Name))
                .Concat(t.Name == table ? [] : [SchemaKey.Relation(t.Name)]));
    }

    private static bool IsDeferred(TableConstraint constraint, string column) =>
        constraint.Deferrability == Deferrability.InitiallyDeferred
        && (constraint is not ForeignKey key || key.Columns.Contains(column));

    private static bool HasNoNulls(Table table, string column) => table.Checks.Any(c =>
        !c.NotValid && !c.NotEnforced && SqlExpression.Same(c.Expression, $"{SqlIdentifier.Quote(column)} IS NOT NULL"));
}
