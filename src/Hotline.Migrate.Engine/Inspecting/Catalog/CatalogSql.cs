namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Parts that the catalog queries share.</summary>
/// <remarks>
/// The queries run with <c>search_path</c> set to <c>public</c>, so that PostgreSQL's own deparsers leave out that schema and name
/// every other one, as the schema model does. What belongs to an extension is left out everywhere.
/// </remarks>
internal static class CatalogSql
{
    /// <summary>Whether the schema <c>n</c> is the user's.</summary>
    public const string UserSchema = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    /// <summary>Whether the relation <c>c</c> belongs to no extension.</summary>
    public const string NotOfExtension =
        "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')";

    /// <summary>Whether the object <paramref name="oid"/> of <paramref name="catalog"/> belongs to no extension.</summary>
    public static string OutsideExtensions(string catalog, string oid) =>
        $"NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{catalog}'::regclass AND e.objid = {oid} AND e.deptype = 'e')";

    /// <summary>Whether the object <paramref name="oid"/> of <paramref name="catalog"/> belongs neither to an extension nor to another object, as a range's constructors do.</summary>
    public static string OnItsOwn(string catalog, string oid) =>
        $"NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{catalog}'::regclass AND e.objid = {oid} AND e.deptype IN ('e', 'i'))";

    /// <summary>A name as SQL writes it, without the schema where that is PostgreSQL's or <c>public</c>.</summary>
    public static string Qualified(string schema, string name) =>
        $"CASE WHEN {schema} IN ('pg_catalog', 'public') THEN '' ELSE quote_ident({schema}) || '.' END || quote_ident({name})";

    /// <summary>The function of that oid as SQL writes it without its arguments; NULL for none.</summary>
    public static string Function(string oid) =>
        $"(SELECT {Qualified("fn.nspname", "f.proname")} FROM pg_proc f JOIN pg_namespace fn ON fn.oid = f.pronamespace WHERE f.oid = {oid})";

    /// <summary>The collation of that oid as SQL writes it; NULL where it is <paramref name="usual"/> or none.</summary>
    public static string Collation(string oid, string usual) =>
        $"(SELECT {Qualified("con.nspname", "co.collname")} FROM pg_collation co JOIN pg_namespace con ON con.oid = co.collnamespace WHERE co.oid = {oid} AND {oid} <> {usual})";

    /// <summary>The types of a routine's input arguments: <c>integer, text</c>.</summary>
    public static string ArgumentTypes(string types) =>
        $"(SELECT coalesce(string_agg(format_type(u.type, NULL), ', ' ORDER BY u.i), '') FROM unnest({types}) WITH ORDINALITY u(type, i))";

    /// <summary>The names of the columns of <paramref name="relation"/> whose numbers are in <paramref name="key"/>, in order.</summary>
    public static string ColumnNames(string relation, string key) =>
        $"ARRAY(SELECT ka.attname::text FROM unnest({key}) WITH ORDINALITY u(attnum, i) JOIN pg_attribute ka ON ka.attrelid = {relation} AND ka.attnum = u.attnum ORDER BY u.i)";

    /// <summary>
    /// The columns that an index includes beyond its key, in order. The attributes of the index itself have other names where a column stands in it twice.
    /// </summary>
    public static string IncludedColumns(string index) => $"""
        ARRAY(SELECT ta.attname::text FROM generate_series({index}.indnkeyatts + 1, {index}.indnatts) g
              JOIN pg_attribute ta ON ta.attrelid = {index}.indrelid AND ta.attnum = {index}.indkey[g - 1] ORDER BY g)
        """;

    /// <summary>The word for a code of <c>attstorage</c>.</summary>
    public static string Storage(string code) =>
        $"CASE {code} WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' END";

    /// <summary>As <see cref="ColumnNames"/>, quoted, in the order of the table's columns; NULL for no list.</summary>
    public static string QuotedColumnNames(string relation, string key) =>
        $"(SELECT array_agg(quote_ident(ka.attname) ORDER BY ka.attnum) FROM pg_attribute ka WHERE ka.attrelid = {relation} AND ka.attnum = ANY ({key}))";

    /// <summary>The storage parameters of the relation <c>c</c>, with those of its TOAST table under the names that statements have for them.</summary>
    public const string StorageParameters = """
        (SELECT coalesce(c.reloptions, '{}') || ARRAY(SELECT 'toast.' || o FROM pg_class toast, unnest(toast.reloptions) o WHERE toast.oid = c.reltoastrelid))
        """;

    /// <summary>Options of a foreign object as SQL, sorted; NULL for none.</summary>
    public static string Options(string options) =>
        $"CASE WHEN {options} IS NOT NULL THEN (SELECT string_agg(format('%I %L', o.option_name, o.option_value), ', ' ORDER BY o.option_name COLLATE \"C\") FROM pg_options_to_table({options}) o) END";

    /// <summary>Two fields: the schemas and the names of what a relation inherits from or is a partition of, in order.</summary>
    public static string Parents(string relation) => $"{Parent(relation, "pn.nspname")}, {Parent(relation, "p.relname")}";

    private static string Parent(string relation, string field) =>
        $"""
        ARRAY(SELECT {field}::text FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
              WHERE i.inhrelid = {relation} ORDER BY i.inhseqno)
        """;
}
