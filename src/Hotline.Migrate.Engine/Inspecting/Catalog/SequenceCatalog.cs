using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Sequences that no identity column owns.</summary>
internal static class SequenceCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class'), format_type(s.seqtypid, NULL),
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
               tn.nspname, t.relname, ta.attname, c.relpersistence = 'u' AND t.relpersistence IS DISTINCT FROM 'u'
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.deptype = 'a'
          AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0
        LEFT JOIN pg_class t ON t.oid = o.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_attribute ta ON ta.attrelid = o.refobjid AND ta.attnum = o.refobjsubid
        WHERE c.relpersistence <> 't' AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
        """;

    public static SchemaObject Read(NpgsqlDataReader row) => new Sequence
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(1)),
        Comment = row.TextOrNull(2),
        Type = row.GetString(3),
        Options = row.SequenceOptions(4, row.GetString(3)),
        Unlogged = row.GetBoolean(13),
        OwnedBy = row.TextOrNull(12) is { } column
            ? new ColumnReference(new QualifiedName(row.GetString(10), row.GetString(11)), column)
            : null,
    };
}
