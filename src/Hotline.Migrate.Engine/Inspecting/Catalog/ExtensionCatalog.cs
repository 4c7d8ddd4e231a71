using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Extensions but plpgsql, which every database has. The comment that an extension brings itself is not the user's.</summary>
internal static class ExtensionCatalog
{
    public const string Query = """
        SELECT e.extname, n.nspname, nullif(obj_description(e.oid, 'pg_extension'), a.comment)
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        LEFT JOIN pg_available_extensions() a ON a.name = e.extname
        WHERE e.extname <> 'plpgsql'
        """;

    public static SchemaObject Read(NpgsqlDataReader row) => new Extension
    {
        Name = QualifiedName.Of(row.GetString(0)),
        Comment = row.TextOrNull(2),
        InstallSchema = row.GetString(1) is var schema && schema == QualifiedName.DefaultSchema ? null : schema,
    };
}
