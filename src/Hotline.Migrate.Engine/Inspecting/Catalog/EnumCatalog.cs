using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Enum types with their labels in order.</summary>
internal static class EnumCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, t.typname, obj_description(t.oid, 'pg_type'),
               ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'e' AND {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_type", "t.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row) => new EnumType
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(1)),
        Comment = row.TextOrNull(2),
        Labels = row.Texts(3),
    };
}
