using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>
/// Privileges of roles other than the owner, as far as they are not what PostgreSQL gives everybody. The constructors of a range come with their
/// type, and have those of the moment in which it was made.
/// </summary>
internal static class PrivilegeCatalog
{
    public static readonly string Query = $"""
        WITH part_of_extension AS MATERIALIZED (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
        object AS MATERIALIZED (
            SELECT o.*, coalesce(
                (SELECT i.initprivs FROM pg_init_privs i WHERE i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = 0),
                acldefault(o.type, o.owner)) AS usual
            FROM (
                SELECT 'pg_class'::regclass AS class, c.oid, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, n.nspname, c.relname AS name,
                       NULL::text AS arguments, c.relacl AS acl, c.relowner AS owner, CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS type
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND {CatalogSql.UserSchema}
                  AND NOT (c.relkind = 'S' AND EXISTS (
                      SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'))
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname,
                       {CatalogSql.ArgumentTypes("p.proargtypes")}, p.proacl, p.proowner, 'f'
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proacl IS NOT NULL AND {CatalogSql.UserSchema}
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
                UNION ALL
                SELECT 'pg_namespace'::regclass, n.oid, 'SCHEMA', n.nspname, n.nspname, NULL, n.nspacl, n.nspowner, 'n'
                FROM pg_namespace n WHERE n.nspacl IS NOT NULL AND {CatalogSql.UserSchema}
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, 'TYPE', n.nspname, t.typname, NULL, t.typacl, t.typowner, 'T'
                FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typacl IS NOT NULL AND t.typtype IN ('d', 'e', 'r', 'c') AND {CatalogSql.UserSchema}
                UNION ALL
                SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 'FOREIGN DATA WRAPPER', 'public', w.fdwname, NULL, w.fdwacl, w.fdwowner, 'F'
                FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
                UNION ALL
                SELECT 'pg_foreign_server'::regclass, s.oid, 'FOREIGN SERVER', 'public', s.srvname, NULL, s.srvacl, s.srvowner, 'S'
                FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
            ) o
            WHERE NOT EXISTS (SELECT FROM part_of_extension e WHERE e.classid = o.class AND e.objid = o.oid)
        )
        SELECT o.kind, o.nspname, o.name, o.arguments, {Role("a.grantee")}, a.privilege_type, NULL::text[], bool_or(a.is_grantable), false
        FROM object o, aclexplode(o.acl) a
        WHERE a.grantee <> o.owner AND NOT EXISTS (SELECT FROM aclexplode(o.usual) u WHERE u.grantee = a.grantee AND u.privilege_type = a.privilege_type)
        GROUP BY o.kind, o.nspname, o.name, o.arguments, a.grantee, a.privilege_type
        UNION ALL
        SELECT DISTINCT o.kind, o.nspname, o.name, o.arguments, 'public', u.privilege_type, NULL::text[], false, true
        FROM object o, aclexplode(o.usual) u
        WHERE u.grantee = 0 AND NOT EXISTS (SELECT FROM aclexplode(o.acl) a WHERE a.grantee = 0 AND a.privilege_type = u.privilege_type)
        UNION ALL
        SELECT 'TABLE', p.nspname, p.relname, NULL, {Role("p.grantee")}, p.privilege_type, array_agg(p.attname::text ORDER BY p.attname COLLATE "C"), p.grantable, false
        FROM (
            SELECT n.nspname, c.relname, x.attname, a.grantee, a.privilege_type, bool_or(a.is_grantable) AS grantable
            FROM pg_attribute x JOIN pg_class c ON c.oid = x.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(x.attacl) a
            WHERE x.attacl IS NOT NULL AND NOT x.attisdropped AND a.grantee <> c.relowner AND c.relpersistence <> 't'
              AND {CatalogSql.UserSchema} AND {CatalogSql.NotOfExtension}
            GROUP BY 1, 2, 3, 4, 5
        ) p
        GROUP BY p.nspname, p.relname, p.grantee, p.privilege_type, p.grantable
        """;

    /// <summary>A role by its oid; NULL for one that is gone.</summary>
    public static string Role(string oid) =>
        $"CASE {oid} WHEN 0 THEN '{Grant.Public}' ELSE (SELECT g.rolname::text FROM pg_roles g WHERE g.oid = {oid}) END";

    public static PrivilegeRow<Privileges>? Read(NpgsqlDataReader row) => row.IsDBNull(4) ? null : new PrivilegeRow<Privileges>(
        Privileges.On(row.GetString(0), new QualifiedName(row.GetString(1), row.GetString(2)), row.TextOrNull(3)),
        new Grant
        {
            Role = row.GetString(4),
            Privilege = row.GetString(5),
            Columns = row.Texts(6),
            Grantable = row.GetBoolean(7),
        },
        row.GetBoolean(8));

    /// <summary>The privileges of each object.</summary>
    public static IEnumerable<SchemaObject> Objects(IEnumerable<PrivilegeRow<Privileges>?> rows) =>
        from row in rows.OfType<PrivilegeRow<Privileges>>()
        group row by row.Target into target
        select target.Key with
        {
            Grants = PrivilegeRow<Privileges>.Grants(target),
            RevokedFromPublic = PrivilegeRow<Privileges>.RevokedFromPublic(target),
        };
}
