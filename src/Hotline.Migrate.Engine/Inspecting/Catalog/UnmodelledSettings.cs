namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>What tables, their columns, indexes, sequences and triggers have beyond the model, as rows of <see cref="UnmodelledCatalog"/>.</summary>
internal static class UnmodelledSettings
{
    public static string Query(int version) => string.Join(
        "\n    UNION ALL\n",
        [Tables, Indexes, Exclusions, Sequences, .. version >= 15 ? [PersistentIdentities] : Array.Empty<string>(), Triggers, Privileges, .. version >= 18 ? [NamedNotNull] : Array.Empty<string>()]);

    private const string Tables = $"""
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'table access method of', c.relname, a.amname::text, true
        FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE c.relkind IN ('r', 'p') AND a.amname <> 'heap'
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'row type of', c.relname, format_type(c.reloftype, NULL), true
        FROM pg_class c WHERE c.reloftype <> 0
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'column statistics of', c.relname,
            (SELECT string_agg(concat_ws(' ', a.attname, CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions), E'\n' ORDER BY a.attname COLLATE "C")
             FROM pg_attribute a WHERE a.attrelid = c.oid AND {SetByHand}), true
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f', 'm') AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND {SetByHand})
        UNION ALL
        -- Declared by the child too, which keeps such a column when it goes from the parent. The model has the column once, so there is nothing to compare.
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'own declaration of inherited columns of', c.relname, NULL, true
        FROM pg_class c
        WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'
          AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal AND a.attinhcount > 0)
        """;

    // A materialized view's targets are part of its statements.
    private const string SetByHand =
        "a.attnum > 0 AND NOT a.attisdropped AND ((a.attstattarget >= 0 AND c.relkind <> 'm') OR a.attoptions IS NOT NULL)";

    // An index of a partition follows that of its parent, as far as nobody changed it.
    private const string Indexes = """
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'column statistics of the index', c.relname,
            (SELECT string_agg(concat_ws(' ', a.attnum, a.attstattarget), E'\n' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0), false
        FROM pg_class c WHERE c.relkind IN ('i', 'I') AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0)
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'storage of the index', c.relname,
            nullif(concat_ws(' ', (SELECT string_agg(o, ', ' ORDER BY o COLLATE "C") FROM unnest(c.reloptions) o),
                (SELECT 'TABLESPACE ' || s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace)), ''), false
        FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
        LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
        WHERE c.relpersistence <> 't' AND (i.inhrelid IS NOT NULL OR EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')))
          AND (c.reloptions IS DISTINCT FROM p.reloptions OR c.reltablespace <> coalesce(p.reltablespace, 0))
        """;

    // A key's included columns are part of the model.
    private const string Exclusions = """
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'included columns of the exclusion constraint', k.conname || ' on ' || c.relname,
            (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = x.indexrelid AND a.attnum > x.indnkeyatts), false
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_index x ON x.indexrelid = k.conindid
        WHERE k.contype = 'x' AND k.conparentid = 0 AND x.indnatts > x.indnkeyatts
        """;

    private const string OfIdentity = """
        FROM pg_class c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
        JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE c.relkind = 'S' AND c.relpersistence <> 't'
        """;

    // PostgreSQL cuts long names (ChooseRelationName) and counts those that are taken.
    private const string Sequences = $"""
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'privileges on the identity sequence', c.relname, c.relacl::text, false
        {OfIdentity} AND c.relacl IS NOT NULL AND c.relacl <> acldefault('s', c.relowner)
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'name of the identity sequence', c.relname, format('%s.%s', t.relname, a.attname), false
        {OfIdentity} AND octet_length(concat(t.relname, '_', a.attname, '_seq')) < 64
          AND NOT (starts_with(c.relname, concat(t.relname, '_', a.attname, '_seq')) AND substr(c.relname, length(concat(t.relname, '_', a.attname, '_seq')) + 1) ~ '^[0-9]*$')
        """;

    // An identity's sequence is as its table is, and cannot be said to be otherwise when that is made.
    private const string PersistentIdentities = $"""
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'persistence of the identity sequence', c.relname, CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END, false
        {OfIdentity} AND c.relpersistence <> t.relpersistence
        """;

    // Triggers of foreign keys have names with oids in them. A trigger of a partition follows its parent's.
    private const string Triggers = """
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'state of triggers of', c.relname,
            string_agg(DISTINCT format('%s %s', g.tgenabled, coalesce(k.conname, g.tgname)), E'\n'), true
        FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
        LEFT JOIN pg_trigger p ON p.oid = g.tgparentid LEFT JOIN pg_constraint k ON k.oid = g.tgconstraint
        WHERE (g.tgisinternal OR g.tgparentid <> 0) AND g.tgenabled <> coalesce(p.tgenabled, 'O') AND c.relpersistence <> 't'
        GROUP BY c.oid, c.relnamespace, c.relname
        """;

    private const string Privileges = """
        SELECT 'pg_language'::regclass, 0, NULL, 'privileges on the language', l.lanname, l.lanacl::text, false
        FROM pg_language l WHERE l.lanacl IS NOT NULL AND l.lanacl <> acldefault('l', l.lanowner)
        UNION ALL
        -- As a server's provider or an installation script gave them, hence part of the environment.
        SELECT 'pg_extension'::regclass, 0, NULL, 'privileges on objects of the extension', e.extname, NULL, false
        FROM pg_extension e
        WHERE EXISTS (
            SELECT FROM pg_depend d
            JOIN (SELECT 'pg_proc'::regclass AS class, oid, proacl AS acl, acldefault('f', proowner) AS usual FROM pg_proc WHERE proacl IS NOT NULL
                  UNION ALL
                  SELECT 'pg_class'::regclass, oid, relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner) FROM pg_class WHERE relacl IS NOT NULL) o
              ON o.class = d.classid AND o.oid = d.objid
            LEFT JOIN pg_init_privs i ON i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = 0
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e'
              AND NOT (o.acl @> coalesce(i.initprivs, o.usual) AND o.acl <@ coalesce(i.initprivs, o.usual)))
        """;

    // The model has NOT NULL for the column; NOT VALID and NO INHERIT are more than that. A name of its own is told and not compared: one that
    // PostgreSQL gave stays as it was when the table or the column is renamed.
    private const string NamedNotNull = """
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'NOT NULL constraint of', format('%s', c.relname),
            string_agg(format('%s %s %s', k.conname, CASE WHEN k.convalidated THEN '' ELSE 'NOT VALID' END, CASE WHEN k.connoinherit THEN 'NO INHERIT' ELSE '' END), E'\n' ORDER BY k.conname),
            true
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit)
        GROUP BY c.oid, c.relnamespace, c.relname
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, c.relnamespace, 'name of the NOT NULL constraint', format('%s on %s', k.conname, c.relname), NULL, false
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        CROSS JOIN LATERAL concat(c.relname, '_', a.attname, '_not_null') AS usual
        WHERE k.contype = 'n' AND k.conislocal AND c.relpersistence <> 't' AND octet_length(usual) < 64
          AND NOT (starts_with(k.conname, usual) AND substr(k.conname, length(usual) + 1) ~ '^[0-9]*$')
        """;
}
