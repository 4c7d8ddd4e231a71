using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Schemas that are the user's; <c>public</c>, which every database has, only where it has a comment of its own.</summary>
internal static class NamespaceCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, obj_description(n.oid, 'pg_namespace')
        FROM pg_namespace n
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {CatalogSql.OutsideExtensions("pg_namespace", "n.oid")}
            AND (n.nspname <> 'public' OR obj_description(n.oid, 'pg_namespace') <> '{SchemaNamespace.DefaultComment}')
        """;

    public static SchemaObject Read(NpgsqlDataReader row) => new SchemaNamespace
    {
        Name = new QualifiedName(row.GetString(0), row.GetString(0)),
        Comment = row.TextOrNull(1),
    };
}
