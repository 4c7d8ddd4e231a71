using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Functions, window functions and procedures.</summary>
internal static class RoutineCatalog
{
    public static readonly string Query = $"""
        SELECT p.prokind = 'p', n.nspname, p.proname, {CatalogSql.ArgumentTypes("p.proargtypes")}, obj_description(p.oid, 'pg_proc'),
               substr(d.text, length(format('CREATE OR REPLACE %s %I.%I', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname)) + 1)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        CROSS JOIN LATERAL pg_get_functiondef(p.oid) d(text)
        WHERE p.prokind IN ('f', 'w', 'p') AND {CatalogSql.UserSchema} AND {CatalogSql.OnItsOwn("pg_proc", "p.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var kind = row.GetBoolean(0) ? SchemaKinds.Procedure : SchemaKinds.Function;
        var name = new QualifiedName(row.GetString(1), row.GetString(2));
        var rest = row.GetString(5).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        return SqlObject.Routine(kind, name, row.GetString(3), $"CREATE {kind.ToUpperInvariant()} {SqlIdentifier.Quote(name)}{rest}") with
        {
            Comment = row.TextOrNull(4),
        };
    }
}
