using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Triggers of tables, views and foreign tables, but those that a partition has from its parent.</summary>
internal static class TriggerCatalog
{
    public static readonly string Query = $"""
        SELECT n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid, true), t.tgenabled::text, obj_description(t.oid, 'pg_trigger')
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relpersistence <> 't'
          AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension} AND {CatalogSql.OutsideExtensions("pg_trigger", "t.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var relation = new QualifiedName(row.GetString(0), row.GetString(1));
        var name = row.GetString(2);
        return SqlObject.OnRelation(SchemaKinds.Trigger, relation, name, row.GetString(3)) with
        {
            Comment = row.TextOrNull(5),
            Additions = Firing.Words(row.GetString(4)) is { } words
                ? [$"ALTER TABLE {SqlIdentifier.Quote(relation)} {words} TRIGGER {SqlIdentifier.Quote(name)}"]
                : [],
        };
    }
}
