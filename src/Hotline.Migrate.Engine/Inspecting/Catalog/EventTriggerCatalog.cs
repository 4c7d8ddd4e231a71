using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Event triggers.</summary>
internal static class EventTriggerCatalog
{
    public static readonly string Query = $"""
        SELECT t.evtname, t.evtevent, (SELECT string_agg(quote_literal(u.tag), ', ' ORDER BY u.i) FROM unnest(t.evttags) WITH ORDINALITY u(tag, i)),
               {CatalogSql.Function("t.evtfoid")}, t.evtenabled::text, obj_description(t.oid, 'pg_event_trigger')
        FROM pg_event_trigger t
        WHERE {CatalogSql.OutsideExtensions("pg_event_trigger", "t.oid")}
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = row.GetString(0);
        var quoted = SqlIdentifier.Quote(name);
        var tags = row.TextOrNull(2) is { } list ? $" WHEN TAG IN ({list})" : "";
        return SqlObject.Of(
            SchemaKinds.EventTrigger,
            QualifiedName.Of(name),
            $"CREATE EVENT TRIGGER {quoted} ON {row.GetString(1)}{tags} EXECUTE FUNCTION {row.GetString(3)}()") with
        {
            Comment = row.TextOrNull(5),
            Additions = Firing.Words(row.GetString(4)) is { } words ? [$"ALTER EVENT TRIGGER {quoted} {words}"] : [],
        };
    }
}
