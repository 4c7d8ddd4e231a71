using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Domains.</summary>
internal static class DomainCatalog
{
    public static readonly string Query = $"""
        SELECT t.oid, n.nspname, t.typname, obj_description(t.oid, 'pg_type'), format_type(t.typbasetype, t.typtypmod),
               {CatalogSql.Collation("t.typcollation", "b.typcollation")},
               coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)), t.typnotnull
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
        WHERE t.typtype = 'd' AND {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_type", "t.oid")}
        """;

    /// <summary>Their conditions, each beginning with the oid of its domain.</summary>
    public static readonly string ChecksQuery = $"""
        SELECT k.contypid, k.conname, pg_get_expr(k.conbin, 0), k.convalidated, obj_description(k.oid, 'pg_constraint')
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE k.contypid <> 0 AND k.contype = 'c' AND {CatalogSql.UserSchema}
        """;

    public static (uint Oid, Domain Domain) Read(NpgsqlDataReader row) => (row.GetFieldValue<uint>(0), new Domain
    {
        Name = new QualifiedName(row.GetString(1), row.GetString(2)),
        Comment = row.TextOrNull(3),
        Type = row.GetString(4),
        Collation = row.TextOrNull(5),
        Default = row.TextOrNull(6),
        NotNull = row.GetBoolean(7),
    });

    public static CheckConstraint ReadCheck(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(1),
        Expression = row.Expression(2)!,
        NotValid = !row.GetBoolean(3),
        Comment = row.TextOrNull(4),
    };
}
