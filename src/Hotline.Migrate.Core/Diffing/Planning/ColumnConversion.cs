using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>The conversion of a column's values, if its type changes.</summary>
internal static class ColumnConversion
{
    public static TypeConversion Of(PlanContext context, TablePair table, Column old, Column column)
    {
        if (old.Type == column.Type)
        {
            return new TypeConversion(true);
        }

        var conversion = ValueConversion.Of(context, SqlIdentifier.Quote(column.Name), old.Type, column.Type, context.Replacements.Converts(old, column));
        if (conversion.Possible)
        {
            return conversion;
        }

        if (context.Restoring)
        {
            return Restored(context, table, column);
        }

        context.Report(
            DiagnosticCodes.TypeChangeImpossible,
            $"PostgreSQL cannot convert {table.Name}.{column.Name} from {old.Type} to {column.Type}.",
            SchemaKinds.Table,
            table.Name,
            column.Name,
            $"Add a column of type {column.Type} under another name, fill it in the migration, and drop {column.Name} in a later one.");
        return new TypeConversion(false);
    }

    /// <summary>What a column has on the way back where its values cannot come back.</summary>
    public static TypeConversion Restored(PlanContext context, TablePair table, Column column)
    {
        var value = column.Nullable
            ? "NULL"
            : context.Placeholder(table.New, column) is { Way: ColumnFillWayDefault, Expression: var expression } ? expression : "NULL";
        return new TypeConversion(true, $"{value}::{column.Type}", "all values");
    }

    private const Operations.ColumnFillWay ColumnFillWayDefault = Operations.ColumnFillWay.Default;
}
