using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Publications of logical replication.</summary>
internal static class PublicationCatalog
{
    public static string Query(int version) => $"""
        SELECT p.pubname, obj_description(p.oid, 'pg_publication'), p.puballtables,
               p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot, {(version >= 18 ? "p.pubgencols = 's'" : "false")},
               ARRAY(SELECT {Table(version)} FROM {Tables}), ARRAY(SELECT {(version >= 15 ? "pg_get_expr(r.prqual, r.prrelid)" : "NULL::text")} FROM {Tables}),
               {(version >= 15
                   ? "ARRAY(SELECT quote_ident(n.nspname) FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid ORDER BY n.nspname COLLATE \"C\")"
                   : "ARRAY[]::text[]")}
        FROM pg_publication p
        WHERE {CatalogSql.OutsideExtensions("pg_publication", "p.oid")}
        """;

    private const string Tables = """
        pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE r.prpubid = p.oid ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
        """;

    public static SchemaObject Read(NpgsqlDataReader row)
    {
        var name = row.GetString(0);
        var conditions = row.GetFieldValue<string?[]>(10);
        var tables = row.GetFieldValue<string[]>(9)
            .Select((table, i) => conditions[i] is { } condition ? $"{table} WHERE ({CatalogFields.WithoutOuterParentheses(condition)})" : table)
            .ToArray();
        var schemas = row.Texts(11);
        string[] parts =
        [
            .. tables.Length > 0 ? ["TABLE " + string.Join(", ", tables)] : Array.Empty<string>(),
            .. schemas.IsEmpty ? [] : (string[])["TABLES IN SCHEMA " + string.Join(", ", schemas)],
        ];
        var content = row.GetBoolean(2) ? " FOR ALL TABLES" : parts.Length > 0 ? " FOR " + string.Join(", ", parts) : "";
        return SqlObject.Of(
            SchemaKinds.Publication, QualifiedName.Of(name), $"CREATE PUBLICATION {SqlIdentifier.Quote(name)}{content}{Options(row)}") with
        {
            Comment = row.TextOrNull(1),
        };
    }

    // Children are tables of the publication in their own right; without ONLY, those made later would come in, too.
    private static string Table(int version) => $"""
        CASE WHEN c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid) THEN 'ONLY ' ELSE '' END
            || {CatalogSql.Qualified("n.nspname", "c.relname")}
            {(version >= 15 ? $"|| coalesce(' (' || array_to_string({CatalogSql.QuotedColumnNames("r.prrelid", "r.prattrs::int2[]")}, ', ') || ')', '')" : "")}
        """;

    private static string Options(NpgsqlDataReader row)
    {
        var published = ((string[])["insert", "update", "delete", "truncate"]).Where((_, i) => row.GetBoolean(3 + i)).ToArray();
        string[] options =
        [
            .. published.Length < 4 ? [$"publish = '{string.Join(", ", published)}'"] : Array.Empty<string>(),
            .. row.GetBoolean(7) ? ["publish_via_partition_root = true"] : Array.Empty<string>(),
            .. row.GetBoolean(8) ? ["publish_generated_columns = stored"] : Array.Empty<string>(),
        ];
        return options.Length == 0 ? "" : $" WITH ({string.Join(", ", options)})";
    }
}
