using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Columns in their order, with the options of the sequence behind an identity.</summary>
internal static class ColumnCatalog
{
    public static readonly string Query = $"""
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text,
               CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN
                 CASE WHEN con.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(con.nspname) || '.' END || quote_ident(co.collname) END,
               col_description(a.attrelid, a.attnum), format_type(s.seqtypid, NULL),
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation co ON co.oid = a.attcollation LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
        LEFT JOIN pg_depend sd ON a.attidentity <> '' AND sd.classid = 'pg_class'::regclass AND sd.refclassid = 'pg_class'::regclass
          AND sd.refobjid = a.attrelid AND sd.refobjsubid = a.attnum AND sd.deptype = 'i'
        LEFT JOIN pg_sequence s ON s.seqrelid = sd.objid
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        ORDER BY a.attrelid, a.attnum
        """;

    public static Column Read(NpgsqlDataReader row)
    {
        var expression = row.TextOrNull(4);
        var generated = row.GetString(6);
        return new Column
        {
            Name = row.GetString(1),
            Type = row.GetString(2),
            Nullable = row.GetBoolean(3),
            Default = generated.Length == 0 ? expression : null,
            Identity = row.GetString(5) is { Length: > 0 } identity
                ? new Identity(identity == "a", row.SequenceOptions(10, row.GetString(9)))
                : null,
            Generated = generated.Length > 0
                ? new GeneratedColumn(CatalogFields.WithoutOuterParentheses(expression!), generated == "v")
                : null,
            Collation = row.TextOrNull(7),
            Comment = row.TextOrNull(8),
        };
    }
}
