using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Composite types that are no table's row type.</summary>
internal static class CompositeCatalog
{
    public static readonly string Query = $"""
        SELECT c.oid, n.nspname, c.relname, obj_description(c.reltype, 'pg_type')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'c' AND {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_type", "c.reltype")}
        """;

    /// <summary>Their fields in order, each beginning with the oid of its type.</summary>
    public static readonly string FieldsQuery = $"""
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), {CatalogSql.Collation("a.attcollation", "t.typcollation")},
               col_description(a.attrelid, a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped AND {CatalogSql.UserSchema}
        ORDER BY a.attrelid, a.attnum
        """;

    public static (uint Oid, CompositeType Type) Read(NpgsqlDataReader row) => (row.GetFieldValue<uint>(0), new CompositeType
    {
        Name = new QualifiedName(row.GetString(1), row.GetString(2)),
        Comment = row.TextOrNull(3),
    });

    public static CompositeField ReadField(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(1),
        Type = row.GetString(2),
        Collation = row.TextOrNull(3),
        Comment = row.TextOrNull(4),
    };
}
