using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Sql;

/// <summary>Writes privileges as <c>GRANT</c> and <c>REVOKE</c>.</summary>
internal static class PrivilegeText
{
    /// <summary>The statements about one object, without semicolons.</summary>
    public static IEnumerable<string> Of(Privileges privileges)
    {
        var target = privileges.TargetKind switch
        {
            "SCHEMA" => SqlIdentifier.Quote(privileges.Target.Name),
            "LANGUAGE" or "FOREIGN DATA WRAPPER" or "FOREIGN SERVER" or "DATABASE" => SqlIdentifier.Quote(privileges.Target.Name),
            _ => SqlIdentifier.Quote(privileges.Target),
        } + (privileges.Arguments is { } arguments ? $"({arguments})" : "");
        return Statements("", $"{privileges.TargetKind} {target}", privileges.RevokedFromPublic, privileges.Grants);
    }

    /// <summary>The statements about objects that are made later, without semicolons.</summary>
    public static IEnumerable<string> Of(DefaultPrivileges privileges) => Statements(
        "ALTER DEFAULT PRIVILEGES"
            + (privileges.ForRole is { } role ? $" FOR ROLE {SqlIdentifier.Quote(role)}" : "")
            + (privileges.InSchema is { } schema ? $" IN SCHEMA {SqlIdentifier.Quote(schema)}" : "")
            + " ",
        privileges.TargetKind,
        privileges.RevokedFromPublic,
        privileges.Grants);

    private static IEnumerable<string> Statements(string head, string target, EquatableArray<string> revoked, EquatableArray<Grant> grants)
    {
        if (!revoked.IsEmpty)
        {
            yield return $"{head}REVOKE {string.Join(", ", revoked)} ON {target} FROM PUBLIC";
        }

        foreach (var group in grants.GroupBy(g => (g.Role, g.Grantable)))
        {
            var role = group.Key.Role == Grant.Public ? "PUBLIC" : SqlIdentifier.Quote(group.Key.Role);
            yield return $"{head}GRANT {string.Join(", ", group.Select(Privilege))} ON {target} TO {role}{(group.Key.Grantable ? " WITH GRANT OPTION" : "")}";
        }
    }

    private static string Privilege(Grant grant) =>
        grant.Privilege + (grant.Columns.IsEmpty ? "" : $" ({string.Join(", ", grant.Columns.Select(SqlIdentifier.Quote))})");
}
