using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>Privileges on objects that are made later.</summary>
internal static class DefaultPrivilegeCatalog
{
    public static readonly string Query = $"""
        WITH entry AS MATERIALIZED (
            SELECT d.oid, d.defaclrole AS owner, d.defaclacl AS acl,
                   CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                        WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS kind,
                   (SELECT r.rolname::text FROM pg_roles r WHERE r.oid = d.defaclrole AND r.rolname <> current_user) AS role, n.nspname,
                   CASE WHEN d.defaclnamespace = 0
                        THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END AS usual
            FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
        )
        SELECT e.kind, e.role, e.nspname, {PrivilegeCatalog.Role("a.grantee")}, a.privilege_type, bool_or(a.is_grantable), false
        FROM entry e, aclexplode(e.acl) a
        WHERE a.grantee <> e.owner AND NOT EXISTS (SELECT FROM aclexplode(e.usual) u WHERE u.grantee = a.grantee AND u.privilege_type = a.privilege_type)
        GROUP BY e.oid, e.kind, e.role, e.nspname, a.grantee, a.privilege_type
        UNION ALL
        SELECT e.kind, e.role, e.nspname, 'public', u.privilege_type, false, true
        FROM entry e, aclexplode(e.usual) u
        WHERE u.grantee = 0 AND NOT EXISTS (SELECT FROM aclexplode(e.acl) a WHERE a.grantee = 0 AND a.privilege_type = u.privilege_type)
        """;

    public static PrivilegeRow<DefaultPrivileges>? Read(NpgsqlDataReader row) => row.IsDBNull(3) ? null : new PrivilegeRow<DefaultPrivileges>(
        DefaultPrivileges.On(row.GetString(0), row.TextOrNull(1), row.TextOrNull(2)),
        new Grant
        {
            Role = row.GetString(3),
            Privilege = row.GetString(4),
            Grantable = row.GetBoolean(5),
        },
        row.GetBoolean(6));

    /// <summary>The default privileges of each kind of object.</summary>
    public static IEnumerable<SchemaObject> Objects(IEnumerable<PrivilegeRow<DefaultPrivileges>?> rows) =>
        from row in rows.OfType<PrivilegeRow<DefaultPrivileges>>()
        group row by row.Target into target
        select target.Key with
        {
            Grants = PrivilegeRow<DefaultPrivileges>.Grants(target),
            RevokedFromPublic = PrivilegeRow<DefaultPrivileges>.RevokedFromPublic(target),
        };
}
