using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Foreign-data wrappers.</summary>
internal static class ForeignDataWrapperCatalog
{
    public static readonly string Query = $"""
        SELECT w.fdwname, {CatalogSql.Function("w.fdwhandler")}, {CatalogSql.Function("w.fdwvalidator")}, {CatalogSql.Options("w.fdwoptions")},
               obj_description(w.oid, 'pg_foreign_data_wrapper')
        FROM pg_foreign_data_wrapper w
        WHERE {CatalogSql.OutsideExtensions("pg_foreign_data_wrapper", "w.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = row.GetString(0);
        var definition = $"CREATE FOREIGN DATA WRAPPER {SqlIdentifier.Quote(name)}"
            + (row.TextOrNull(1) is { } handler ? " HANDLER " + handler : "")
            + (row.TextOrNull(2) is { } validator ? " VALIDATOR " + validator : "")
            + (row.TextOrNull(3) is { } options ? $" OPTIONS ({options})" : "");
        return SqlObject.Of(SchemaKinds.ForeignDataWrapper, QualifiedName.Of(name), definition) with { Comment = row.TextOrNull(4) };
    }
}
