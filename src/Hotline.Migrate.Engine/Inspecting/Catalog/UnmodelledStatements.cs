namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>The SQL that makes what the model does not know, and the SQL that takes it away again, as far as there is a statement for it.</summary>
internal static class UnmodelledStatements
{
    /// <summary>Rows of class, oid, kind and name as <see cref="UnmodelledCatalog"/> has them; a name of NULL fits any.</summary>
    public const string Query = $"""
        {Columns}
        UNION ALL
        {Indexes}
        UNION ALL
        {IdentitySequences}
        UNION ALL
        {Triggers}
        UNION ALL
        {Operators}
        UNION ALL
        {Others}
        UNION ALL
        {Comments}
        """;

    private const string Columns = """
        SELECT 'pg_class'::regclass, c.oid, 'column statistics of', NULL,
            string_agg(concat_ws(E'\n',
                CASE WHEN a.attstattarget >= 0 AND c.relkind <> 'm' THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET STATISTICS %s;', n.nspname, c.relname, a.attname, a.attstattarget) END,
                CASE WHEN a.attoptions IS NOT NULL THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET (%s);', n.nspname, c.relname, a.attname, array_to_string(a.attoptions, ', ')) END), E'\n' ORDER BY a.attnum),
            string_agg(concat_ws(E'\n',
                CASE WHEN a.attstattarget >= 0 AND c.relkind <> 'm' THEN format('ALTER TABLE %I.%I ALTER COLUMN %I SET STATISTICS -1;', n.nspname, c.relname, a.attname) END,
                CASE WHEN a.attoptions IS NOT NULL THEN format('ALTER TABLE %I.%I ALTER COLUMN %I RESET (%s);', n.nspname, c.relname, a.attname,
                    (SELECT string_agg(split_part(o, '=', 1), ', ') FROM unnest(a.attoptions) o)) END), E'\n' ORDER BY a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND (a.attstattarget >= 0 OR a.attoptions IS NOT NULL) AND c.relkind IN ('r', 'p', 'f', 'm')
        GROUP BY c.oid
        """;

    private const string Indexes = """
        SELECT 'pg_class'::regclass, c.oid, 'column statistics of the index', NULL,
            string_agg(format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s;', n.nspname, c.relname, a.attnum, a.attstattarget), E'\n' ORDER BY a.attnum),
            string_agg(format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS -1;', n.nspname, c.relname, a.attnum), E'\n' ORDER BY a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attstattarget >= 0 AND c.relkind IN ('i', 'I')
        GROUP BY c.oid
        """;

    private const string IdentitySequences = """
        SELECT 'pg_class'::regclass, c.oid, 'persistence of the identity sequence', NULL,
            format('ALTER SEQUENCE %I.%I SET %s;', n.nspname, c.relname, CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END),
            format('ALTER SEQUENCE %I.%I SET %s;', n.nspname, c.relname, CASE c.relpersistence WHEN 'u' THEN 'LOGGED' ELSE 'UNLOGGED' END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S'
        """;

    // A foreign key's triggers have another name in each database.
    private const string Triggers = """
        SELECT 'pg_class'::regclass, c.oid, 'state of triggers of', NULL, NULL, concat_ws(E'\n',
            CASE WHEN bool_or(g.tgisinternal) THEN format($do$DO $$ BEGIN
                EXECUTE (SELECT coalesce(string_agg(format('ALTER TABLE %%s ENABLE TRIGGER %%I', tgrelid::regclass, tgname), '; '), '')
                    FROM pg_trigger WHERE tgrelid = %L::regclass AND tgisinternal AND tgenabled <> 'O');
            END $$;$do$, format('%I.%I', n.nspname, c.relname)) END,
            string_agg(format('ALTER TABLE %I.%I %s TRIGGER %I;', n.nspname, c.relname,
                CASE p.tgenabled WHEN 'O' THEN 'ENABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'DISABLE' END, g.tgname), E'\n' ORDER BY g.oid)
                FILTER (WHERE NOT g.tgisinternal))
        FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_trigger p ON p.oid = g.tgparentid
        WHERE (g.tgisinternal OR g.tgparentid <> 0) AND g.tgenabled <> coalesce(p.tgenabled, 'O')
        GROUP BY c.oid, c.relname, n.nspname
        """;

    private const string Operators = """
        SELECT 'pg_cast'::regclass, c.oid, 'cast', NULL,
            format('CREATE CAST (%s AS %s) %s%s;', format_type(c.castsource, NULL), format_type(c.casttarget, NULL),
                CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
                CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END),
            format('DROP CAST (%s AS %s);', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))
        FROM pg_cast c WHERE c.oid >= 16384
        UNION ALL
        SELECT 'pg_operator'::regclass, p.oid, 'operator', NULL,
            format('CREATE OPERATOR %I.%s (%s);', n.nspname, p.oprname, concat_ws(', ',
                'FUNCTION = ' || p.oprcode, 'LEFTARG = ' || format_type(nullif(p.oprleft, 0), NULL), 'RIGHTARG = ' || format_type(nullif(p.oprright, 0), NULL),
                (SELECT format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, co.oprname) FROM pg_operator co JOIN pg_namespace cn ON cn.oid = co.oprnamespace WHERE co.oid = p.oprcom),
                (SELECT format('NEGATOR = OPERATOR(%I.%s)', cn.nspname, co.oprname) FROM pg_operator co JOIN pg_namespace cn ON cn.oid = co.oprnamespace WHERE co.oid = p.oprnegate),
                'RESTRICT = ' || nullif(p.oprrest::oid, 0)::regproc, 'JOIN = ' || nullif(p.oprjoin::oid, 0)::regproc, CASE WHEN p.oprcanhash THEN 'HASHES' END, CASE WHEN p.oprcanmerge THEN 'MERGES' END)),
            format('DROP OPERATOR %I.%s (%s, %s);', n.nspname, p.oprname,
                coalesce(format_type(nullif(p.oprleft, 0), NULL), 'NONE'), coalesce(format_type(nullif(p.oprright, 0), NULL), 'NONE'))
        FROM pg_operator p JOIN pg_namespace n ON n.oid = p.oprnamespace WHERE p.oid >= 16384
        UNION ALL
        SELECT 'pg_opclass'::regclass, o.oid, 'operator class', NULL, NULL, format('DROP OPERATOR CLASS %I.%I USING %I;', n.nspname, o.opcname, a.amname)
        FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am a ON a.oid = o.opcmethod
        UNION ALL
        SELECT 'pg_opfamily'::regclass, o.oid, 'operator family', NULL, NULL, format('DROP OPERATOR FAMILY %I.%I USING %I;', n.nspname, o.opfname, a.amname)
        FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace JOIN pg_am a ON a.oid = o.opfmethod
        """;

    private const string Others = """
        SELECT 'pg_conversion'::regclass, c.oid, 'conversion', NULL,
            format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s;', CASE WHEN c.condefault THEN 'DEFAULT ' END, n.nspname, c.conname,
                pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc),
            format('DROP CONVERSION %I.%I;', n.nspname, c.conname)
        FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
        UNION ALL
        SELECT 'pg_language'::regclass, l.oid, 'language', NULL, NULL, format('DROP LANGUAGE %I;', l.lanname) FROM pg_language l
        UNION ALL
        SELECT 'pg_transform'::regclass, t.oid, 'transform', NULL, NULL, format('DROP TRANSFORM FOR %s LANGUAGE %I;', format_type(t.trftype, NULL), l.lanname)
        FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
        UNION ALL
        SELECT 'pg_am'::regclass, a.oid, 'access method', NULL, NULL, format('DROP ACCESS METHOD %I;', a.amname) FROM pg_am a
        UNION ALL
        SELECT 'pg_ts_parser'::regclass, p.oid, 'text search parser', NULL, NULL, format('DROP TEXT SEARCH PARSER %I.%I;', n.nspname, p.prsname)
        FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
        UNION ALL
        SELECT 'pg_ts_template'::regclass, t.oid, 'text search template', NULL, NULL, format('DROP TEXT SEARCH TEMPLATE %I.%I;', n.nspname, t.tmplname)
        FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
        """;

    // Of these types pg_identify_object writes what COMMENT ON reads.
    private const string Comments = """
        SELECT d.classoid, d.objoid, 'comment', format('on %s %s', i.type, i.identity),
            format('COMMENT ON %s %s IS %L;', upper(i.type), i.identity, d.description), format('COMMENT ON %s %s IS NULL;', upper(i.type), i.identity)
        FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
        WHERE d.objoid >= 16384 AND d.objsubid = 0 AND (d.classoid IN ('pg_cast'::regclass, 'pg_operator'::regclass, 'pg_opclass'::regclass, 'pg_opfamily'::regclass,
            'pg_conversion'::regclass, 'pg_language'::regclass, 'pg_am'::regclass, 'pg_ts_parser'::regclass, 'pg_ts_template'::regclass)
            OR d.classoid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class c WHERE c.oid = d.objoid AND c.relkind IN ('i', 'I', 'S')))
        """;
}
