using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Foreign servers. Who logs on to them as whom is a secret, and not read.</summary>
internal static class ForeignServerCatalog
{
    public static readonly string Query = $"""
        SELECT s.srvname, quote_literal(s.srvtype), quote_literal(s.srvversion), quote_ident(w.fdwname), {CatalogSql.Options("s.srvoptions")},
               obj_description(s.oid, 'pg_foreign_server')
        FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
        WHERE {CatalogSql.OutsideExtensions("pg_foreign_server", "s.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = row.GetString(0);
        var definition = $"CREATE SERVER {SqlIdentifier.Quote(name)}"
            + (row.TextOrNull(1) is { } type ? " TYPE " + type : "")
            + (row.TextOrNull(2) is { } version ? " VERSION " + version : "")
            + $" FOREIGN DATA WRAPPER {row.GetString(3)}"
            + (row.TextOrNull(4) is { } options ? $" OPTIONS ({options})" : "");
        return SqlObject.Of(SchemaKinds.ForeignServer, QualifiedName.Of(name), definition) with { Comment = row.TextOrNull(5) };
    }
}
