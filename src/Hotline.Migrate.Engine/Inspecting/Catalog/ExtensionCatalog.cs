using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Extensions but plpgsql, which every database has. Their comments are their own, not the user's.</summary>
internal static class ExtensionCatalog
{
    public const string Query = """
        SELECT e.extname, n.nspname
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname <> 'plpgsql'
        """;

    public static SchemaObject Read(NpgsqlDataReader row) => new Extension
    {
        Name = QualifiedName.Of(row.GetString(0)),
        InstallSchema = row.GetString(1) is var schema && schema == QualifiedName.DefaultSchema ? null : schema,
    };
}
