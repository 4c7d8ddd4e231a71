using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Types;

/// <summary>Values for a NOT NULL column whose own values are lost: the structure can come back, they cannot.</summary>
internal static class Placeholder
{
    /// <summary>A value for <paramref name="column"/>, or <c>null</c> when no value of its type is known.</summary>
    /// <param name="table">The table that the column belongs to, as it will be.</param>
    /// <param name="column">The column.</param>
    /// <param name="labels">The labels of an enum type by its name as SQL, or <c>null</c>.</param>
    public static ColumnFill? For(Table table, Column column, Func<string, EquatableArray<string>?> labels)
    {
        if (table.ForeignKeys.FirstOrDefault(k => k.Columns.Contains(column.Name)) is { } key)
        {
            var referenced = SqlIdentifier.Quote(key.ReferencedColumns[key.Columns.ToList().IndexOf(column.Name)]);
            return new ColumnFill(ColumnFillWay.Update, $"(SELECT min({referenced}::text) FROM {SqlIdentifier.Quote(key.References)})::{column.Type}");
        }

        return IsKey(table, column.Name) && Distinct(column.Type) is { } distinct
            ? distinct
            : Value(column.Type, labels) is { } value ? new ColumnFill(ColumnFillWay.Default, value) : null;
    }

    private static bool IsKey(Table table, string column) =>
        table.PrimaryKey?.Columns.Contains(column) == true
        || table.Uniques.Any(u => u.Columns.Contains(column))
        || table.Indexes.Any(i => i.Unique && i.Elements.Any(e => e.Column == column));

    private static ColumnFill? Distinct(string type) => type switch
    {
        "uuid" => new ColumnFill(ColumnFillWay.Default, "gen_random_uuid()"),
        "smallint" or "integer" or "bigint" => new ColumnFill(ColumnFillWay.Numbered, ""),
        "text" or "character varying" or "citext" => new ColumnFill(ColumnFillWay.Default, "gen_random_uuid()::text"),
        _ when TypeName.Base(type) is "character varying" or "character" && TypeName.Modifiers(type) is [var length] =>
            new ColumnFill(ColumnFillWay.Default, $"left(md5(gen_random_uuid()::text), {length})"),
        "numeric" or "double precision" => new ColumnFill(ColumnFillWay.Default, "random()"),
        "timestamp without time zone" or "timestamp with time zone" => new ColumnFill(ColumnFillWay.Default, "clock_timestamp()"),
        _ => null,
    };

    private static string? Value(string type, Func<string, EquatableArray<string>?> labels)
    {
        if (SqlTypeName.IsArray(type))
        {
            return "'{}'";
        }

        if (labels(type) is { } known)
        {
            return known.IsEmpty ? null : "'" + known[0].Replace("'", "''", StringComparison.Ordinal) + "'";
        }

        return TypeName.Family(type) switch
        {
            TypeFamily.Integer or TypeFamily.Decimal or TypeFamily.Money => "0",
            TypeFamily.Boolean => "false",
            TypeFamily.Text => "''",
            TypeFamily.DateTime => "'1970-01-01'",
            TypeFamily.Time => "'00:00'",
            TypeFamily.Interval => "'0'",
            TypeFamily.Json => "'{}'",
            TypeFamily.Bits => TypeName.Modifiers(type) is [var length] && TypeName.Base(type) == "bit" ? $"repeat('0', {length})::{type}" : "''",
            TypeFamily.Network => "'0.0.0.0'",
            TypeFamily.HardwareAddress => TypeName.Base(type) == "macaddr8" ? "'00:00:00:00:00:00:00:00'" : "'00:00:00:00:00:00'",
            _ => TypeName.Base(type) switch
            {
                "uuid" => "'00000000-0000-0000-0000-000000000000'",
                "bytea" or "tsvector" or "tsquery" or "hstore" or "ltree" => "''",
                "oid" => "0",
                "xml" => "'<x/>'",
                "point" => "'(0,0)'",
                "box" or "lseg" or "path" => "'((0,0),(0,0))'",
                "circle" => "'<(0,0),0>'",
                "polygon" => "'((0,0))'",
                "line" => "'{1,0,0}'",
                "pg_lsn" => "'0/0'",
                var range when range.EndsWith("multirange", StringComparison.Ordinal) => "'{}'",
                var range when range.EndsWith("range", StringComparison.Ordinal) => "'empty'",
                _ => null,
            },
        };
    }
}
