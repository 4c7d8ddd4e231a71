namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Comments and security labels that the model has no place for, as rows of <see cref="UnmodelledCatalog"/>.</summary>
internal static class UnmodelledMarks
{
    public const string Query = $"""
        SELECT d.classoid, d.objoid, (SELECT n.oid FROM pg_namespace n WHERE n.nspname = i.schema), 'comment', format('on %s %s', i.type, i.identity), d.description, false
        FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
        WHERE d.objoid >= 16384 AND i.type IS NOT NULL AND NOT ({Modelled})
          AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_largeobject'::regclass, 'pg_subscription'::regclass)
        UNION ALL
        SELECT 'pg_seclabel'::regclass, s.objoid, NULL, 'security label', format('%s on %s %s', s.provider, s.objtype, s.objname), s.label, false
        FROM pg_seclabels s WHERE s.objtype NOT IN ('role', 'database', 'tablespace', 'large object', 'subscription')
        """;

    // What the other queries of the catalog read with a comment, in the words of their own conditions.
    private const string Modelled = """
        d.classoid IN ('pg_namespace'::regclass, 'pg_collation'::regclass, 'pg_statistic_ext'::regclass, 'pg_publication'::regclass,
            'pg_foreign_data_wrapper'::regclass, 'pg_foreign_server'::regclass, 'pg_event_trigger'::regclass, 'pg_policy'::regclass, 'pg_rewrite'::regclass, 'pg_ts_dict'::regclass, 'pg_ts_config'::regclass)
        OR d.classoid = 'pg_class'::regclass AND EXISTS (
            SELECT FROM pg_class c WHERE c.oid = d.objoid AND (c.relkind NOT IN ('i', 'I', 'S')
                OR c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend p WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.deptype = 'i')
                OR c.relkind <> 'S' AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x') AND NOT (k.conparentid = 0 AND k.conislocal))
                    AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)))
        OR d.classoid = 'pg_type'::regclass AND EXISTS (
            SELECT FROM pg_type t WHERE t.oid = d.objoid AND (t.typtype IN ('d', 'e', 'r')
                OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')))
        OR d.classoid = 'pg_proc'::regclass AND NOT EXISTS (
            SELECT FROM pg_depend p WHERE p.classid = 'pg_proc'::regclass AND p.objid = d.objoid AND p.deptype = 'i')
        OR d.classoid = 'pg_constraint'::regclass AND EXISTS (
            SELECT FROM pg_constraint k WHERE k.oid = d.objoid
              AND (k.contypid <> 0 AND k.contype = 'c' OR k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND k.conislocal))
        OR d.classoid = 'pg_trigger'::regclass AND EXISTS (SELECT FROM pg_trigger g WHERE g.oid = d.objoid AND g.tgparentid = 0 AND NOT g.tgisinternal)
        """;
}
