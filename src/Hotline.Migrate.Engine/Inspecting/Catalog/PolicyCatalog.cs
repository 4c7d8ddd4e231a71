using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Row-level security policies.</summary>
internal static class PolicyCatalog
{
    public static readonly string Query = $"""
        SELECT p.polrelid, p.polname, p.polcmd::text, p.polpermissive,
               ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles) ORDER BY 1),
               pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), obj_description(p.oid, 'pg_policy')
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
        """;

    public static Policy Read(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(1),
        Command = row.GetString(2) switch
        {
            "r" => "SELECT",
            "a" => "INSERT",
            "w" => "UPDATE",
            "d" => "DELETE",
            _ => "ALL",
        },
        Restrictive = !row.GetBoolean(3),
        Roles = row.Texts(4),
        Using = row.Expression(5),
        WithCheck = row.Expression(6),
        Comment = row.TextOrNull(7),
    };
}
