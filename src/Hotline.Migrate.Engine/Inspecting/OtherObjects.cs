using Hotline.Migrate.Inspecting.Catalog;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Reads what migrations make by hand and the schema model does not know, so that it can be compared at least.</summary>
internal static class OtherObjects
{
    private const string Query = """
        SELECT set_config('search_path', 'public', true);
        WITH part_of_extension AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
        own_schema AS MATERIALIZED (
            SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
        SELECT o.kind, n.nspname, o.name, o.member, coalesce(o.definition, ''), o.is_relation
        FROM (
            SELECT 'pg_class'::regclass AS class, c.oid, c.relnamespace AS schema,
                CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'foreign table' END AS kind,
                c.relname::text AS name, NULL::text AS member,
                concat_ws(' ', 'WITH (' || array_to_string(c.reloptions, ', ') || ')', CASE WHEN c.relkind = 'f'
                    THEN (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
                          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
                    ELSE pg_get_viewdef(c.oid) END) AS definition,
                true AS is_relation
            FROM pg_class c WHERE c.relkind IN ('v', 'm', 'f') AND c.relpersistence <> 't'
            UNION ALL
            SELECT 'pg_proc'::regclass, p.oid, p.pronamespace,
                CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
                format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), NULL,
                CASE WHEN p.prokind = 'a'
                    THEN (SELECT concat_ws(' ', g.aggtransfn, g.aggfinalfn, format_type(g.aggtranstype, NULL), g.agginitval) FROM pg_aggregate g WHERE g.aggfnoid = p.oid)
                    ELSE pg_get_functiondef(p.oid) END, false
            FROM pg_proc p
            UNION ALL
            SELECT 'pg_trigger'::regclass, t.oid, c.relnamespace, 'trigger', c.relname, t.tgname,
                pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' enabled ' || t.tgenabled::text END, true
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgparentid = 0
            UNION ALL
            SELECT 'pg_rewrite'::regclass, r.oid, c.relnamespace, 'rule', c.relname, r.rulename, pg_get_ruledef(r.oid), true
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
            UNION ALL
            SELECT 'pg_statistic_ext'::regclass, s.oid, c.relnamespace, 'statistics', c.relname, s.stxname, pg_get_statisticsobjdef(s.oid), true
            FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 'domain', t.typname, NULL,
                concat_ws(' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'NOT NULL' END, 'DEFAULT ' || t.typdefault,
                    (SELECT string_agg(format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), ' ' ORDER BY k.conname)
                     FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')), false
            FROM pg_type t WHERE t.typtype = 'd'
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 'composite type', t.typname, NULL,
                (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
                 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), false
            FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 'range type', t.typname, NULL, format_type(r.rngsubtype, NULL), false
            FROM pg_type t JOIN pg_range r ON r.rngtypid = t.oid
            UNION ALL
            SELECT 'pg_collation'::regclass, l.oid, l.collnamespace, 'collation', l.collname, NULL,
                concat_ws(' ', l.collprovider, l.collisdeterministic, l.collcollate, l.collctype), false
            FROM pg_collation l
        ) AS o
        JOIN own_schema n ON n.oid = o.schema
        WHERE NOT EXISTS (SELECT FROM part_of_extension e WHERE e.classid = o.class AND e.objid = o.oid)
        ORDER BY o.kind COLLATE "C", n.nspname COLLATE "C", o.name COLLATE "C", o.member COLLATE "C"
        """;

    /// <summary>Reads them in one round trip.</summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<OtherObject>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Query, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                var objects = new List<OtherObject>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    objects.Add(new OtherObject(
                        reader.GetString(0), new QualifiedName(reader.GetString(1), reader.GetString(2)), reader.TextOrNull(3),
                        reader.GetString(4), reader.GetBoolean(5)));
                }

                return objects;
            }
        }
    }
}
