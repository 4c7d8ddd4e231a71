using System.Text;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Column definitions.</summary>
internal static class ColumnSql
{
    public static string Definition(Column column)
    {
        var sql = new StringBuilder(TypeOf(column));
        if (column.Generated is { } generated)
        {
            sql.Append(" GENERATED ALWAYS AS (").Append(generated.Expression).Append(generated.Virtual ? ") VIRTUAL" : ") STORED");
        }
        else if (column.Identity is { } identity)
        {
            sql.Append(' ').Append(Identity(identity));
        }
        else if (column.Default is { } value)
        {
            sql.Append(" DEFAULT ").Append(DefaultExpression.InDefinition(value));
        }

        // An identity is NOT NULL by itself.
        if (!column.Nullable && column.Identity is null)
        {
            sql.Append(" NOT NULL");
        }

        return sql.ToString();
    }

    /// <summary>What a partition says of a column that it has from its table.</summary>
    public static string OfPartition(Column column)
    {
        var value = column.Generated is null && column.Identity is null
            ? " DEFAULT " + (column.Default is { } sql ? DefaultExpression.InDefinition(sql) : "NULL")
            : "";
        return $"{SqlIdentifier.Quote(column.Name)} WITH OPTIONS{value}{(column.Nullable ? "" : " NOT NULL")}";
    }

    public static string Identity(Identity identity)
    {
        var options = SequenceSql.Options(identity.Options);
        return $"GENERATED {(identity.Always ? "ALWAYS" : "BY DEFAULT")} AS IDENTITY{(options.Length == 0 ? "" : $" ({options})")}";
    }

    private static string TypeOf(Column column) =>
        $"{SqlIdentifier.Quote(column.Name)} {column.Type}{(column.Collation is { } collation ? $" COLLATE {collation}" : "")}";
}
