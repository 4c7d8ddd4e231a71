using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>What the schema model does not know.</summary>
internal static class UnmodelledCatalog
{
    public static string Query(int version) => $"""
        WITH part_of_extension AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
        statements (class, oid, kind, name, making, undoing) AS MATERIALIZED (
            {UnmodelledStatements.Query}
        )
        SELECT o.kind, coalesce(n.nspname, 'public'), o.name, o.definition, o.is_relation, s.making, s.undoing
        FROM (
            {string.Join("\n    UNION ALL\n", [Operators, TextSearch, Code, UnmodelledSettings.Query(version), UnmodelledMarks.Query, Environment])}
        ) AS o (class, oid, schema, kind, name, definition, is_relation)
        LEFT JOIN pg_namespace n ON n.oid = o.schema
        LEFT JOIN statements s ON s.class = o.class AND s.oid = o.oid AND s.kind = o.kind AND coalesce(s.name, o.name) = o.name
        WHERE (o.schema IS NULL OR {CatalogSql.UserSchema})
          AND NOT EXISTS (SELECT FROM part_of_extension e WHERE e.classid = o.class AND e.objid = o.oid)
        """;

    // Objects that initdb made have smaller oids (FirstNormalObjectId).
    private const string Own = "oid >= 16384";

    private static readonly string Operators = $"""
        SELECT 'pg_operator'::regclass, p.oid, p.oprnamespace, 'operator',
            format('%s(%s, %s)', p.oprname, CASE WHEN p.oprleft = 0 THEN 'NONE' ELSE format_type(p.oprleft, NULL) END, format_type(p.oprright, NULL)),
            concat_ws(' ', p.oprcode::text, p.oprcom::regoper::text, p.oprnegate::regoper::text, p.oprrest::text, p.oprjoin::text, p.oprcanhash, p.oprcanmerge), false
        FROM pg_operator p
        UNION ALL
        SELECT 'pg_opclass'::regclass, c.oid, c.opcnamespace, 'operator class', c.opcname || ' using ' || a.amname,
            concat_ws(' ', format_type(c.opcintype, NULL), CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END, c.opcdefault), false
        FROM pg_opclass c JOIN pg_am a ON a.oid = c.opcmethod
        UNION ALL
        SELECT 'pg_opfamily'::regclass, f.oid, f.opfnamespace, 'operator family', f.opfname || ' using ' || a.amname,
            concat_ws(E'\n',
                (SELECT string_agg(format('%s %s', m.amopstrategy, m.amopopr::regoperator), E'\n' ORDER BY m.amopstrategy, m.amopopr::regoperator::text) FROM pg_amop m WHERE m.amopfamily = f.oid),
                (SELECT string_agg(format('%s %s', m.amprocnum, m.amproc::regprocedure), E'\n' ORDER BY m.amprocnum, m.amproc::regprocedure::text) FROM pg_amproc m WHERE m.amprocfamily = f.oid)), false
        FROM pg_opfamily f JOIN pg_am a ON a.oid = f.opfmethod
        UNION ALL
        SELECT 'pg_cast'::regclass, c.oid, NULL, 'cast', format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)),
            concat_ws(' ', c.castfunc::regprocedure::text, c.castcontext, c.castmethod), false
        FROM pg_cast c WHERE c.{Own} AND {CatalogSql.OnItsOwn("pg_cast", "c.oid")}
        UNION ALL
        SELECT 'pg_conversion'::regclass, c.oid, c.connamespace, 'conversion', c.conname, concat_ws(' ', c.conforencoding, c.contoencoding, c.conproc), false
        FROM pg_conversion c
        """;

    private const string TextSearch = """
        SELECT 'pg_ts_parser'::regclass, p.oid, p.prsnamespace, 'text search parser', p.prsname, concat_ws(' ', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype), false
        FROM pg_ts_parser p
        UNION ALL
        SELECT 'pg_ts_template'::regclass, t.oid, t.tmplnamespace, 'text search template', t.tmplname, concat_ws(' ', t.tmplinit, t.tmpllexize), false
        FROM pg_ts_template t
        """;

    private const string Code = $"""
        SELECT 'pg_language'::regclass, l.oid, NULL, 'language', l.lanname, concat_ws(' ', l.lanplcallfoid::regproc::text, l.lanpltrusted), false
        FROM pg_language l WHERE l.{Own}
        UNION ALL
        SELECT 'pg_transform'::regclass, t.oid, NULL, 'transform', format('for %s language %s', format_type(t.trftype, NULL), l.lanname),
            concat_ws(' ', t.trffromsql, t.trftosql), false
        FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
        UNION ALL
        SELECT 'pg_am'::regclass, a.oid, NULL, 'access method', a.amname, concat_ws(' ', a.amtype, a.amhandler), false
        FROM pg_am a WHERE a.{Own}
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, t.typnamespace, CASE WHEN t.typisdefined THEN 'base type' ELSE 'shell type' END, t.typname,
            concat_ws(' ', t.typlen, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typcategory, t.typispreferred,
                t.typdelim, t.typalign, t.typstorage), false
        FROM pg_type t WHERE (t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)) OR (t.typtype = 'p' AND NOT t.typisdefined)
        """;

    private const string Environment = """
        SELECT 'pg_subscription'::regclass, s.oid, NULL, 'subscription', s.subname, NULL, false
        FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
        UNION ALL
        SELECT 'pg_user_mapping'::regclass, u.umid, NULL, 'user mapping', format('for %s on server %s', u.usename, u.srvname), NULL, false
        FROM pg_user_mappings u
        UNION ALL
        SELECT 'pg_largeobject'::regclass, 0, NULL, 'large objects', l.count || ' of them', NULL, false
        FROM (SELECT count(*) FROM pg_largeobject_metadata) l WHERE l.count > 0
        UNION ALL
        SELECT 'pg_db_role_setting'::regclass, 0, NULL, 'setting of the database', concat_ws(' ', split_part(c.setting, '=', 1), 'for ' || r.rolname), NULL, false
        FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase LEFT JOIN pg_roles r ON r.oid = s.setrole
        CROSS JOIN unnest(s.setconfig) c(setting)
        WHERE d.datname = current_database()
        """;

    public static UnmodelledObject Read(NpgsqlDataReader row) => new(
        row.GetString(0), new QualifiedName(row.GetString(1), row.GetString(2)), row.TextOrNull(3), row.GetBoolean(4))
    {
        Making = row.TextOrNull(5),
        Undoing = row.TextOrNull(6),
    };
}
