using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Everything about a database's schema that a migration may change, one line each, as PostgreSQL itself spells it.</summary>
/// <remarks>What initdb made has an oid below 16384; to spell it out would take most of the time of these tests.</remarks>
internal static class CatalogFingerprint
{
    private const string Query = """
        SELECT line FROM (
            SELECT format('column %s.%I %s%s%s%s%s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' END,
                ' default ' || pg_get_expr(d.adbin, d.adrelid),
                CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text END,
                CASE WHEN a.attgenerated <> '' THEN ' generated ' || a.attgenerated::text END,
                CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || a.attcollation::regcollation::text END,
                ' comment ' || col_description(c.oid, a.attnum))
                || CASE WHEN a.attstorage <> t.typstorage THEN ' storage ' || a.attstorage::text ELSE '' END
                || coalesce(' compression ' || nullif(a.attcompression::text, ''), '')
                || coalesce((SELECT ' acl ' || string_agg(x::text, ',' ORDER BY x::text) FROM unnest(a.attacl) AS x), '') AS line
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
            UNION ALL
            SELECT format('table %s%s%s%s%s%s%s', c.oid::regclass, ' with ' || (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(c.reloptions) AS o), ' toast with ' || (SELECT string_agg(o, ',' ORDER BY o) FROM pg_class toast, unnest(toast.reloptions) AS o WHERE toast.oid = c.reltoastrelid), CASE WHEN c.relpersistence = 'u' THEN ' unlogged' END,
                CASE WHEN c.relrowsecurity THEN ' rls' END, CASE WHEN c.relforcerowsecurity THEN ' forced' END, ' comment ' || obj_description(c.oid, 'pg_class'))
                || coalesce(' replica identity ' || nullif(c.relreplident::text, 'd'), '') || coalesce(' tablespace ' || nullif(c.reltablespace, 0)::text, '')
                || coalesce((SELECT ' inherits ' || string_agg(i.inhparent::regclass::text, ',' ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid), '')
                || coalesce(' ' || pg_get_partkeydef(c.oid), '') || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')
            FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
            UNION ALL
            SELECT format('constraint %s %I %s%s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid), ' comment ' || obj_description(k.oid, 'pg_constraint'))
            FROM pg_constraint k WHERE k.conrelid >= 16384 AND k.contype <> 'n'
            UNION ALL
            SELECT format('index %s valid %s%s%s', pg_get_indexdef(i.indexrelid), i.indisvalid, concat(CASE WHEN i.indisclustered THEN ' clustered' END, CASE WHEN i.indisreplident THEN ' replica identity' END),
                ' comment ' || obj_description(i.indexrelid, 'pg_class'))
            FROM pg_index i WHERE i.indexrelid >= 16384
            UNION ALL
            SELECT format('enum %s %s%s', t.oid::regtype, string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder), ' comment ' || obj_description(t.oid, 'pg_type'))
            FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.oid >= 16384 GROUP BY t.oid
            UNION ALL
            SELECT format('domain %s %s%s%s%s%s%s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' not null' END, ' default ' || t.typdefault,
                CASE WHEN t.typcollation <> b.typcollation THEN ' collate ' || t.typcollation::regcollation::text END, ' comment ' || obj_description(t.oid, 'pg_type'),
                (SELECT string_agg(format(' %I %s%s', k.conname, pg_get_constraintdef(k.oid), ' comment ' || obj_description(k.oid, 'pg_constraint')), ',' ORDER BY k.conname)
                 FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
            FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype WHERE t.typtype = 'd' AND t.oid >= 16384
            UNION ALL
            SELECT format('type %s%s %s', c.oid::regclass, ' comment ' || obj_description(c.reltype, 'pg_type'),
                (SELECT string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || a.attcollation::regcollation::text END, ' comment ' || col_description(c.oid, a.attnum)), ', ' ORDER BY a.attname)
                 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
            FROM pg_class c WHERE c.relkind = 'c' AND c.oid >= 16384
            UNION ALL
            SELECT format('sequence %s %s', s.seqrelid::regclass, (s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)::text)
                || coalesce(' comment ' || obj_description(s.seqrelid, 'pg_class'), '')
                || coalesce((SELECT ' unlogged' FROM pg_class c WHERE c.oid = s.seqrelid AND c.relpersistence = 'u' AND NOT EXISTS (
                    SELECT FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                        AND d.deptype IN ('a', 'i') AND t.relpersistence = 'u')), '')
                || coalesce((SELECT format(' owned by %s.%I', d.refobjid::regclass, a.attname) FROM pg_depend d
                    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')), '')
            FROM pg_sequence s
            UNION ALL
            SELECT format('policy %s %I %s', p.polrelid::regclass, p.polname, concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[]::text,
                pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), obj_description(p.oid, 'pg_policy')))
            FROM pg_policy p
            UNION ALL
            SELECT format('schema %I %s', n.nspname, obj_description(n.oid, 'pg_namespace')) FROM pg_namespace n
            UNION ALL
            SELECT format('acl %s %s', a.what, (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(a.acl) AS x)) FROM (
                SELECT 'relation ' || c.oid::regclass AS what, coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)) AS acl
                FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.oid >= 16384
                UNION ALL
                SELECT 'schema ' || n.oid::regnamespace, coalesce(n.nspacl, acldefault('n', n.nspowner)) FROM pg_namespace n
                UNION ALL
                SELECT 'type ' || t.oid::regtype, coalesce(t.typacl, acldefault('T', t.typowner)) FROM pg_type t WHERE t.typtype IN ('d', 'e', 'r') AND t.oid >= 16384
                UNION ALL
                SELECT 'function ' || p.oid::regprocedure, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc p WHERE p.oid >= 16384
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
                UNION ALL
                SELECT format('default %s %s %s', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype), d.defaclacl FROM pg_default_acl d
            ) AS a
            UNION ALL
            SELECT format('extension %s %s %s', e.extname, e.extnamespace::regnamespace, obj_description(e.oid, 'pg_extension')) FROM pg_extension e
            UNION ALL
            SELECT format('view %s %s%s%s %s', c.oid::regclass, c.relkind::text, ' with ' || (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(c.reloptions) AS o),
                ' comment ' || obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid))
            FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384
            UNION ALL
            SELECT format('view column %s.%I %s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                ' default ' || pg_get_expr(d.adbin, d.adrelid), ' comment ' || col_description(c.oid, a.attnum))
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind IN ('v', 'm', 'f') AND c.oid >= 16384
            UNION ALL
            SELECT format('routine %s %s%s', p.oid::regprocedure, CASE WHEN p.prokind = 'a' THEN (SELECT a::text FROM pg_aggregate a WHERE a.aggfnoid = p.oid) ELSE pg_get_functiondef(p.oid) END,
                ' comment ' || obj_description(p.oid, 'pg_proc'))
            FROM pg_proc p
            JOIN pg_language l ON l.oid = p.prolang
            WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
                AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            UNION ALL
            SELECT format('trigger %s %s%s', pg_get_triggerdef(t.oid), t.tgenabled, ' comment ' || obj_description(t.oid, 'pg_trigger')) FROM pg_trigger t WHERE NOT t.tgisinternal
            UNION ALL
            SELECT format('rule %s %s%s', pg_get_ruledef(r.oid), r.ev_enabled, ' comment ' || obj_description(r.oid, 'pg_rewrite'))
            FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.ev_class >= 16384
            UNION ALL
            SELECT format('event trigger %s', (e.evtname, e.evtevent, e.evtfoid::regproc, e.evtenabled, e.evttags)::text) FROM pg_event_trigger e
            UNION ALL
            SELECT format('publication %s', to_jsonb(p) - 'oid' - 'pubowner') FROM pg_publication p
            UNION ALL
            SELECT format('published %s', to_jsonb(t) || jsonb_build_object('attnames', (SELECT jsonb_agg(x ORDER BY x) FROM jsonb_array_elements(to_jsonb(t) -> 'attnames') x)))
            FROM pg_publication_tables t
            UNION ALL
            SELECT format('statistics %s%s %s', pg_get_statisticsobjdef(s.oid), ' comment ' || obj_description(s.oid, 'pg_statistic_ext'), s.stxstattarget) FROM pg_statistic_ext s
            UNION ALL
            SELECT format('collation %s %s', c.oid::regcollation, (c.collprovider, c.collisdeterministic, c.collcollate)::text) FROM pg_collation c WHERE c.oid >= 16384
            UNION ALL
            SELECT format('dictionary %s %s %s%s', d.oid::regdictionary, t.tmplname, d.dictinitoption, ' comment ' || obj_description(d.oid, 'pg_ts_dict'))
            FROM pg_ts_dict d JOIN pg_ts_template t ON t.oid = d.dicttemplate WHERE d.oid >= 16384
            UNION ALL
            SELECT format('configuration %s %s%s %s', c.oid::regconfig, p.prsname, ' comment ' || obj_description(c.oid, 'pg_ts_config'),
                (SELECT string_agg(format('%s %s', m.maptokentype, m.mapdict::regdictionary), ',' ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = c.oid))
            FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = c.cfgparser WHERE c.oid >= 16384
            UNION ALL
            SELECT format('range %s %s %s', r.rngtypid::regtype, r.rngsubtype::regtype, r.rngsubdiff) FROM pg_range r WHERE r.rngtypid >= 16384
            UNION ALL
            SELECT format('server %s %s %s %s', s.srvname, w.fdwname, s.srvoptions, w.fdwoptions) FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            UNION ALL
            SELECT format('foreign table %s %s', f.ftrelid::regclass, f.ftoptions) FROM pg_foreign_table f
        ) AS facts
        WHERE line !~ '^(schema|acl schema) (pg_|information_schema)' AND line !~ '^index .* ON pg_toast'
        ORDER BY line COLLATE "C"
        """;

    public static async Task<string> OfAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
