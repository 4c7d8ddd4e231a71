using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Indexes that no constraint owns and that no partition has from its parent.</summary>
internal static class IndexCatalog
{
    // Bits of pg_index.indoption (src/include/catalog/pg_index.h: INDOPTION_DESC, INDOPTION_NULLS_FIRST).
    private const int DescendingBit = 1;
    private const int NullsFirstBit = 2;

    public static string Query(int version) => $"""
        SELECT x.indrelid, ic.relname, am.amname, x.indisunique, {(version >= 15 ? "x.indnullsnotdistinct" : "false")},
               pg_get_expr(x.indpred, x.indrelid), ic.reloptions, obj_description(x.indexrelid, 'pg_class'),
               ARRAY(SELECT pg_get_indexdef(x.indexrelid, g, false) FROM generate_series(1, x.indnkeyatts) g ORDER BY g),
               ARRAY(SELECT ta.attname::text FROM generate_series(1, x.indnkeyatts) g
                     LEFT JOIN pg_attribute ta ON ta.attrelid = x.indrelid AND ta.attnum = x.indkey[g - 1] AND ta.attnum <> 0 ORDER BY g),
               ARRAY(SELECT x.indoption[g - 1]::int FROM generate_series(1, x.indnkeyatts) g ORDER BY g),
               ARRAY(SELECT CASE WHEN NOT o.opcdefault THEN
                       CASE WHEN opn.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(opn.nspname) || '.' END || quote_ident(o.opcname)
                       || coalesce((SELECT '(' || string_agg(p, ', ') || ')' FROM unnest(ia.attoptions) p), '') END
                     FROM generate_series(1, x.indnkeyatts) g
                     JOIN pg_opclass o ON o.oid = x.indclass[g - 1] JOIN pg_namespace opn ON opn.oid = o.opcnamespace
                     JOIN pg_attribute ia ON ia.attrelid = x.indexrelid AND ia.attnum = g ORDER BY g),
               ARRAY(SELECT CASE WHEN co.oid IS NOT NULL AND co.oid <> coalesce(ta.attcollation, it.typcollation) THEN
                       CASE WHEN con.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(con.nspname) || '.' END || quote_ident(co.collname) END
                     FROM generate_series(1, x.indnkeyatts) g
                     JOIN pg_attribute ia ON ia.attrelid = x.indexrelid AND ia.attnum = g JOIN pg_type it ON it.oid = ia.atttypid
                     LEFT JOIN pg_attribute ta ON ta.attrelid = x.indrelid AND ta.attnum = x.indkey[g - 1] AND ta.attnum <> 0
                     LEFT JOIN pg_collation co ON co.oid = x.indcollation[g - 1] LEFT JOIN pg_namespace con ON con.oid = co.collnamespace ORDER BY g),
               {CatalogSql.IncludedColumns("x")},
               pg_get_indexdef(x.indexrelid), s.spcname, NOT x.indisvalid
        FROM pg_index x
        JOIN pg_class ic ON ic.oid = x.indexrelid JOIN pg_am am ON am.oid = ic.relam
        LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
        JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
          AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = x.indexrelid)
        """;

    /// <summary>The index of a row.</summary>
    public static TableIndex Read(NpgsqlDataReader row)
    {
        var definitions = row.GetFieldValue<string[]>(8);
        var columns = row.GetFieldValue<string?[]>(9);
        var options = row.GetFieldValue<int[]>(10);
        var operatorClasses = row.GetFieldValue<string?[]>(11);
        var collations = row.GetFieldValue<string?[]>(12);
        var elements = Elements(row.GetString(14));
        return new TableIndex
        {
            Name = row.GetString(1),
            Method = row.GetString(2),
            Unique = row.GetBoolean(3),
            NullsNotDistinct = row.GetBoolean(4),
            Where = row.Expression(5),
            StorageParameters = row.Texts(6).OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
            Comment = row.TextOrNull(7),
            Include = row.Texts(13),
            Tablespace = row.TextOrNull(15),
            Invalid = row.GetBoolean(16),
            Elements = definitions
                .Select((definition, i) => Element(definition, columns[i], options[i], operatorClasses[i],
                    HasCollation(columns[i], definition, elements[i]) ? collations[i] : null))
                .ToEquatableArray(),
        };
    }

    private static List<string> Elements(string definition)
    {
        var method = SqlList.IndexOf(definition, " USING ");
        return SqlList.Split(definition, definition.IndexOf('(', method), out _);
    }

    /// <summary>Whether the collation is the index's own. An expression has one of its own, which the catalog does not tell apart.</summary>
    private static bool HasCollation(string? column, string definition, string element) =>
        column is not null || element.StartsWith(definition + " COLLATE ", StringComparison.Ordinal);

    private static IndexElement Element(string definition, string? column, int options, string? operatorClass, string? collation)
    {
        var descending = (options & DescendingBit) != 0;
        var nullsFirst = (options & NullsFirstBit) != 0;
        return new IndexElement
        {
            Column = column,
            Expression = column is null ? CatalogFields.WithoutOuterParentheses(CatalogFields.WithoutOuterParentheses(definition)) : null,
            Descending = descending,
            Nulls = (descending, nullsFirst) switch
            {
                (false, true) => NullsOrder.First,
                (true, false) => NullsOrder.Last,
                _ => NullsOrder.Default,
            },
            OperatorClass = operatorClass,
            Collation = collation,
        };
    }
}
