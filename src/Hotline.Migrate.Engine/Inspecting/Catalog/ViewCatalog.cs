using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Views and materialized views.</summary>
internal static class ViewCatalog
{
    public static readonly string Query = $"""
        SELECT c.oid, c.relkind::text, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), {CatalogSql.StorageParameters}, pg_get_viewdef(c.oid),
               CASE WHEN am.amname <> 'heap' THEN quote_ident(am.amname) END, quote_ident(s.spcname), c.relispopulated, quote_ident(x.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_am am ON am.oid = c.relam
        LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisclustered LEFT JOIN pg_class x ON x.oid = i.indexrelid
        WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        """;

    /// <summary>Their columns that have more than a name and a type, each beginning with the oid of its view.</summary>
    public static readonly string ColumnsQuery = $"""
        SELECT a.attrelid, a.attname, col_description(a.attrelid, a.attnum), pg_get_expr(d.adbin, d.adrelid),
               CASE WHEN c.relkind = 'm' AND a.attstorage <> t.typstorage THEN {CatalogSql.Storage("a.attstorage")} END,
               CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
               CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::int END
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relkind IN ('v', 'm') AND a.attnum > 0 AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        ORDER BY a.attrelid, a.attnum
        """;

    /// <summary>A view as far as a row of <see cref="Query"/> tells it.</summary>
    public static (uint Oid, SqlObject View) Read(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(2), row.GetString(3));
        var body = row.GetString(6).TrimEnd(';', '\n', ' ');
        var materialized = row.GetString(1) == "m";
        var view = materialized
            ? SqlObject.Of(SchemaKinds.MaterializedView, name, Materialized(row, name, body))
            : SqlObject.Of(SchemaKinds.View, name, View(row, name, body));
        return (row.GetFieldValue<uint>(0), view with
        {
            Comment = row.TextOrNull(4),
            Additions = row.TextOrNull(10) is { } index ? [$"ALTER MATERIALIZED VIEW {SqlIdentifier.Quote(name)} CLUSTER ON {index}"] : [],
        });
    }

    /// <summary>What a view's column has more than a name and a type.</summary>
    public static ViewColumn ReadColumn(NpgsqlDataReader row) => new(
        row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5),
        row.IsDBNull(6) ? null : row.GetInt32(6));

    /// <summary>The view with its columns and indexes.</summary>
    public static SqlObject Complete(SqlObject view, IEnumerable<ViewColumn> columns, EquatableArray<TableIndex> indexes)
    {
        var all = columns.ToArray();
        var target = $"ALTER {(view.Kind == SchemaKinds.View ? "VIEW" : "MATERIALIZED VIEW")} {SqlIdentifier.Quote(view.Name)}";
        return view with
        {
            Additions = [.. all.SelectMany(c => c.Statements(target)), .. view.Additions],
            ColumnComments = all.Where(c => c.Comment is not null)
                .Select(c => new ColumnComment(c.Name, c.Comment!))
                .OrderBy(c => c.Column, StringComparer.Ordinal)
                .ToEquatableArray(),
            Indexes = indexes,
        };
    }

    private static string View(NpgsqlDataReader row, QualifiedName name, string body)
    {
        const string check = "check_option=";
        var options = row.Texts(5);
        var checkOption = options.FirstOrDefault(o => o.StartsWith(check, StringComparison.Ordinal));
        return $"CREATE VIEW {SqlIdentifier.Quote(name)}{With(options.Where(o => o != checkOption))} AS\n{body}"
            + (checkOption is null ? "" : $"\n  WITH {checkOption[check.Length..].ToUpperInvariant()} CHECK OPTION");
    }

    private static string Materialized(NpgsqlDataReader row, QualifiedName name, string body) =>
        $"CREATE MATERIALIZED VIEW {SqlIdentifier.Quote(name)}"
        + (row.TextOrNull(7) is { } method ? $" USING {method}" : "")
        + With(row.Texts(5))
        + (row.TextOrNull(8) is { } tablespace ? $" TABLESPACE {tablespace}" : "")
        + $" AS\n{body}"
        + (row.GetBoolean(9) ? "" : "\n  WITH NO DATA");

    private static string With(IEnumerable<string> options)
    {
        var sorted = options.OrderBy(o => o, StringComparer.Ordinal).ToArray();
        return sorted.Length == 0 ? "" : $" WITH ({string.Join(", ", sorted)})";
    }
}
