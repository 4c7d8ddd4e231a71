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

        var conversion = TypeConversion.Of(SqlIdentifier.Quote(column.Name), old.Type, column.Type, context.IsEnum);
        if (conversion.Possible && !IsOfOtherRows(context, TypeName.Element(old.Type), TypeName.Element(column.Type)))
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

    // Rows of one type are not rows of another, whatever their fields; texts can be read as both.
    private static bool IsOfOtherRows(PlanContext context, string from, string to) =>
        !TypeName.SameBase(from, to)
        && ((IsRow(context, from) && TypeName.Family(to) is not (TypeFamily.Text or TypeFamily.Json))
            || (IsRow(context, to) && TypeName.Family(from) != TypeFamily.Text));

    private static bool IsRow(PlanContext context, string type) => context.UserTypes(type)
        .Any(k => k == SchemaKey.Relation(k.Name) || context.From.Find<CompositeType>(k.Name) is not null || context.To.Find<CompositeType>(k.Name) is not null);

    private static TypeConversion Restored(PlanContext context, TablePair table, Column column)
    {
        var value = column.Nullable
            ? "NULL"
            : context.Placeholder(table.New, column) is { Way: ColumnFillWayDefault, Expression: var expression } ? expression : "NULL";
        return new TypeConversion(true, $"{value}::{column.Type}", "all values");
    }

    private const Operations.ColumnFillWay ColumnFillWayDefault = Operations.ColumnFillWay.Default;
}
