using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>Confines privileges to those of some roles.</summary>
internal static class RoleGrants
{
    /// <summary>The object with the privileges of roles that <paramref name="counts"/> accepts; <c>null</c> where none is left.</summary>
    public static SchemaObject? Only(SchemaObject item, Func<string, bool> counts) => item switch
    {
        Privileges privileges => Kept(
            privileges with { Grants = Grants(privileges.Grants, counts), RevokedFromPublic = Revoked(privileges.RevokedFromPublic, counts) }),
        DefaultPrivileges { ForRole: { } owner } when !counts(owner) => null,
        DefaultPrivileges privileges => Kept(
            privileges with { Grants = Grants(privileges.Grants, counts), RevokedFromPublic = Revoked(privileges.RevokedFromPublic, counts) }),
        _ => item,
    };

    /// <summary>The roles that a schema speaks of.</summary>
    public static HashSet<string> Roles(DatabaseSchema schema) => schema.Objects
        .SelectMany(o => o switch
        {
            Privileges privileges => Roles(privileges.Grants, privileges.RevokedFromPublic),
            DefaultPrivileges privileges => Roles(privileges.Grants, privileges.RevokedFromPublic).Concat(privileges.ForRole is { } owner ? [owner] : []),
            _ => [],
        })
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Roles(EquatableArray<Grant> grants, EquatableArray<string> revoked) =>
        grants.Select(g => g.Role).Concat(revoked.IsEmpty ? [] : [Grant.Public]);

    private static EquatableArray<Grant> Grants(EquatableArray<Grant> grants, Func<string, bool> counts) =>
        grants.Where(g => counts(g.Role)).ToEquatableArray();

    private static EquatableArray<string> Revoked(EquatableArray<string> privileges, Func<string, bool> counts) =>
        counts(Grant.Public) ? privileges : [];

    private static Privileges? Kept(Privileges privileges) =>
        privileges.Grants.IsEmpty && privileges.RevokedFromPublic.IsEmpty ? null : privileges;

    private static DefaultPrivileges? Kept(DefaultPrivileges privileges) =>
        privileges.Grants.IsEmpty && privileges.RevokedFromPublic.IsEmpty ? null : privileges;
}
