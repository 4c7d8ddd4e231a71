using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Rewrite rules, but the one that makes a view a view.</summary>
internal static class RuleCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, c.relname, r.rulename, pg_get_ruledef(r.oid, true), r.ev_enabled::text, obj_description(r.oid, 'pg_rewrite')
        FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE r.rulename <> '_RETURN' AND c.relpersistence <> 't'
          AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension} AND {CatalogSql.OutsideExtensions("pg_rewrite", "r.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var relation = new QualifiedName(row.GetString(0), row.GetString(1));
        var name = row.GetString(2);
        return SqlObject.OnRelation(SchemaKinds.Rule, relation, name, row.GetString(3).TrimEnd(';', '\n', ' ')) with
        {
            Comment = row.TextOrNull(5),
            Additions = Firing.Words(row.GetString(4)) is { } words
                ? [$"ALTER TABLE {SqlIdentifier.Quote(relation)} {words} RULE {SqlIdentifier.Quote(name)}"]
                : [],
        };
    }
}
