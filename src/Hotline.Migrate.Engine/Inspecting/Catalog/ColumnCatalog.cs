using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Columns in their order, with the options of the sequence behind an identity.</summary>
internal static class ColumnCatalog
{
    public static readonly string Query = $"""
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text,
               {CatalogSql.Collation("a.attcollation", "t.typcollation")},
               col_description(a.attrelid, a.attnum), format_type(s.seqtypid, NULL),
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
               a.attislocal, CASE WHEN a.attstorage <> t.typstorage THEN {CatalogSql.Storage("a.attstorage")} END,
               CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END, {CatalogSql.Options("a.attfdwoptions")}
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_depend sd ON a.attidentity <> '' AND sd.classid = 'pg_class'::regclass AND sd.refclassid = 'pg_class'::regclass
          AND sd.refobjid = a.attrelid AND sd.refobjsubid = a.attnum AND sd.deptype = 'i'
        LEFT JOIN pg_sequence s ON s.seqrelid = sd.objid
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        ORDER BY a.attrelid, a.attnum
        """;

    public static TableColumn Read(NpgsqlDataReader row) => new(Column(row), row.GetBoolean(16), row.TextOrNull(19));

    private static Column Column(NpgsqlDataReader row)
    {
        var expression = row.TextOrNull(4);
        var generated = row.GetString(6);
        return new Column
        {
            Name = row.GetString(1),
            Type = row.GetString(2),
            Nullable = row.GetBoolean(3),
            Default = generated.Length == 0 ? expression : null,
            // The sequence is the partitioned table's, from PostgreSQL 17 on that of its partitions too.
            Identity = row.GetString(5) is { Length: > 0 } identity && !row.IsDBNull(9)
                ? new Identity(identity == "a", row.SequenceOptions(10, row.GetString(9)))
                : null,
            Generated = generated.Length > 0
                ? new GeneratedColumn(CatalogFields.WithoutOuterParentheses(expression!), generated == "v")
                : null,
            Collation = row.TextOrNull(7),
            Storage = row.TextOrNull(17),
            Compression = row.TextOrNull(18),
            Comment = row.TextOrNull(8),
        };
    }
}
