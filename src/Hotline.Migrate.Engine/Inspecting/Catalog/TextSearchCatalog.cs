using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Text search dictionaries and configurations. Parsers and templates, which only C functions make, are not modelled.</summary>
internal static class TextSearchCatalog
{
    // A name without a schema is PostgreSQL's own wherever there is one: its german, not that of public.
    private static string Qualified(string schema, string name) => $"CASE WHEN {schema} = 'pg_catalog' THEN '' ELSE quote_ident({schema}) || '.' END || quote_ident({name})";

    public static readonly string DictionariesQuery = $"""
        SELECT n.nspname, d.dictname, obj_description(d.oid, 'pg_ts_dict'), {Qualified("tn.nspname", "t.tmplname")}, d.dictinitoption
        FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
        JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_ts_dict", "d.oid")}
        """;

    // Each mapping is "ADD MAPPING FOR token, token WITH dictionary, dictionary": the types of tokens that have the same dictionaries together.
    public static readonly string ConfigurationsQuery = $"""
        SELECT n.nspname, c.cfgname, obj_description(c.oid, 'pg_ts_config'), {Qualified("pn.nspname", "p.prsname")},
               ARRAY(SELECT format('ADD MAPPING FOR %s WITH %s', string_agg(quote_ident(m.alias), ', ' ORDER BY m.tokid), m.dictionaries)
                     FROM (SELECT t.tokid, t.alias, string_agg({Qualified("dn.nspname", "d.dictname")}, ', ' ORDER BY x.mapseqno) AS dictionaries
                           FROM pg_ts_config_map x JOIN ts_token_type(c.cfgparser) t ON t.tokid = x.maptokentype
                           JOIN pg_ts_dict d ON d.oid = x.mapdict JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                           WHERE x.mapcfg = c.oid GROUP BY t.tokid, t.alias) m
                     GROUP BY m.dictionaries ORDER BY min(m.tokid))
        FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
        JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
        WHERE {CatalogSql.UserSchema} AND {CatalogSql.OutsideExtensions("pg_ts_config", "c.oid")}
        """;

    public static SchemaObject ReadDictionary(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var options = row.TextOrNull(4) is { Length: > 0 } given ? ", " + given : "";
        return SqlObject.Of(
            SchemaKinds.TextSearchDictionary, name, $"CREATE TEXT SEARCH DICTIONARY {SqlIdentifier.QuoteWhole(name)} (TEMPLATE = {row.GetString(3)}{options})") with
        {
            Comment = row.TextOrNull(2),
        };
    }

    public static SchemaObject ReadConfiguration(NpgsqlDataReader row)
    {
        var name = new QualifiedName(row.GetString(0), row.GetString(1));
        var quoted = SqlIdentifier.QuoteWhole(name);
        return SqlObject.Of(SchemaKinds.TextSearchConfiguration, name, $"CREATE TEXT SEARCH CONFIGURATION {quoted} (PARSER = {row.GetString(3)})") with
        {
            Comment = row.TextOrNull(2),
            Additions = row.Texts(4).Select(m => $"ALTER TEXT SEARCH CONFIGURATION {quoted} {m}").ToEquatableArray(),
        };
    }
}
