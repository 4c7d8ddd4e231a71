namespace Hotline.Migrate.Inspecting;

/// <summary>The queries over <c>pg_catalog</c>: a fixed number, whatever the number of tables.</summary>
/// <remarks>
/// They run with <c>search_path</c> set to <c>public</c>, so that PostgreSQL's own deparsers leave out that schema and name
/// every other one, as the schema model does. What belongs to an extension is left out everywhere.
/// </remarks>
internal static class CatalogQueries
{
    /// <summary>Schemas that are the user's, but <c>public</c>, which every database has.</summary>
    public const string Namespaces = """
        SELECT n.nspname, obj_description(n.oid, 'pg_namespace')
        FROM pg_namespace n
        WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
        """;

    /// <summary>Extensions but plpgsql, which every database has. Their comments are their own, not the user's.</summary>
    public const string Extensions = """
        SELECT e.extname, n.nspname
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname <> 'plpgsql'
        """;

    /// <summary>Enum types with their labels in order.</summary>
    public const string Enums = $"""
        SELECT n.nspname, t.typname, obj_description(t.oid, 'pg_type'),
               ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'e' AND {UserSchema}
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
        """;

    /// <summary>Sequences that no identity column owns.</summary>
    public const string Sequences = $"""
        SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class'), format_type(s.seqtypid, NULL),
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {UserSchema} AND {NotOfExtension}
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
        """;

    /// <summary>Tables and partitioned tables.</summary>
    public const string Tables = $"""
        SELECT c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), c.relpersistence = 'u',
               c.relrowsecurity, c.relforcerowsecurity, c.reloptions, pg_get_partkeydef(c.oid),
               pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_inherits i ON c.relispartition AND i.inhrelid = c.oid
        LEFT JOIN pg_class p ON p.oid = i.inhparent
        LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {UserSchema} AND {NotOfExtension}
        """;

    /// <summary>Columns in their order, with the options of the sequence behind an identity.</summary>
    public const string Columns = $"""
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text,
               CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation THEN
                 CASE WHEN con.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(con.nspname) || '.' END || quote_ident(co.collname) END,
               col_description(a.attrelid, a.attnum), format_type(s.seqtypid, NULL),
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation co ON co.oid = a.attcollation LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
        LEFT JOIN pg_depend sd ON a.attidentity <> '' AND sd.classid = 'pg_class'::regclass AND sd.refclassid = 'pg_class'::regclass
          AND sd.refobjid = a.attrelid AND sd.refobjsubid = a.attnum AND sd.deptype = 'i'
        LEFT JOIN pg_sequence s ON s.seqrelid = sd.objid
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND {UserSchema} AND {NotOfExtension}
        ORDER BY a.attrelid, a.attnum
        """;

    /// <summary>Constraints that were declared on their table: not those that a partition has from its parent.</summary>
    public static string Constraints(int serverVersion) => $"""
        SELECT k.conrelid, k.conname, k.contype::text, obj_description(k.oid, 'pg_constraint'),
               k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
               {Names("k.conrelid", "k.conkey")},
               fn.nspname, f.relname, {Names("k.confrelid", "k.confkey")},
               k.confupdtype::text, k.confdeltype::text, k.confmatchtype::text,
               {(serverVersion >= 15 ? Names("k.conrelid", "k.confdelsetcols") : "ARRAY[]::text[]")},
               pg_get_expr(k.conbin, k.conrelid), pg_get_constraintdef(k.oid),
               {(serverVersion >= 15 ? "coalesce(x.indnullsnotdistinct, false)" : "false")},
               ARRAY(SELECT ia.attname::text FROM pg_attribute ia
                     WHERE ia.attrelid = x.indexrelid AND ia.attnum > x.indnkeyatts ORDER BY ia.attnum)
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
        WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND k.conislocal AND c.relkind IN ('r', 'p') AND {UserSchema} AND {NotOfExtension}
        """;

    /// <summary>Indexes that no constraint owns and that no partition has from its parent.</summary>
    public static string Indexes(int serverVersion) => $"""
        SELECT x.indrelid, ic.relname, am.amname, x.indisunique, {(serverVersion >= 15 ? "x.indnullsnotdistinct" : "false")},
               pg_get_expr(x.indpred, x.indrelid), ic.reloptions, obj_description(x.indexrelid, 'pg_class'),
               ARRAY(SELECT pg_get_indexdef(x.indexrelid, g, false) FROM generate_series(1, x.indnkeyatts) g ORDER BY g),
               ARRAY(SELECT ta.attname::text FROM generate_series(1, x.indnkeyatts) g
                     LEFT JOIN pg_attribute ta ON ta.attrelid = x.indrelid AND ta.attnum = x.indkey[g - 1] AND ta.attnum <> 0 ORDER BY g),
               ARRAY(SELECT x.indoption[g - 1]::int FROM generate_series(1, x.indnkeyatts) g ORDER BY g),
               ARRAY(SELECT CASE WHEN NOT o.opcdefault THEN
                       CASE WHEN opn.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(opn.nspname) || '.' END || quote_ident(o.opcname)
                       || coalesce((SELECT '(' || string_agg(p, ', ') || ')' FROM unnest(ia.attoptions) p), '') END
                     FROM generate_series(1, x.indnkeyatts) g
                     JOIN pg_opclass o ON o.oid = x.indclass[g - 1] JOIN pg_namespace opn ON opn.oid = o.opcnamespace
                     JOIN pg_attribute ia ON ia.attrelid = x.indexrelid AND ia.attnum = g ORDER BY g),
               ARRAY(SELECT CASE WHEN co.oid IS NOT NULL AND co.oid <> coalesce(ta.attcollation, it.typcollation) THEN
                       CASE WHEN con.nspname IN ('pg_catalog', 'public') THEN '' ELSE quote_ident(con.nspname) || '.' END || quote_ident(co.collname) END
                     FROM generate_series(1, x.indnkeyatts) g
                     JOIN pg_attribute ia ON ia.attrelid = x.indexrelid AND ia.attnum = g JOIN pg_type it ON it.oid = ia.atttypid
                     LEFT JOIN pg_attribute ta ON ta.attrelid = x.indrelid AND ta.attnum = x.indkey[g - 1] AND ta.attnum <> 0
                     LEFT JOIN pg_collation co ON co.oid = x.indcollation[g - 1] LEFT JOIN pg_namespace con ON con.oid = co.collnamespace ORDER BY g),
               ARRAY(SELECT ia.attname::text FROM pg_attribute ia
                     WHERE ia.attrelid = x.indexrelid AND ia.attnum > x.indnkeyatts ORDER BY ia.attnum),
               pg_get_indexdef(x.indexrelid)
        FROM pg_index x
        JOIN pg_class ic ON ic.oid = x.indexrelid JOIN pg_am am ON am.oid = ic.relam
        JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND {UserSchema} AND {NotOfExtension}
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
          AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = x.indexrelid)
        """;

    /// <summary>Row-level security policies.</summary>
    public const string Policies = $"""
        SELECT p.polrelid, p.polname, p.polcmd::text, p.polpermissive,
               ARRAY(SELECT quote_ident(r.rolname) FROM pg_roles r WHERE r.oid = ANY (p.polroles) ORDER BY 1),
               pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), obj_description(p.oid, 'pg_policy')
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {UserSchema} AND {NotOfExtension}
        """;

    private const string UserSchema = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private const string NotOfExtension =
        "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')";

    private static string Names(string relation, string key) =>
        $"ARRAY(SELECT ka.attname::text FROM unnest({key}) WITH ORDINALITY u(attnum, i) JOIN pg_attribute ka ON ka.attrelid = {relation} AND ka.attnum = u.attnum ORDER BY u.i)";
}
