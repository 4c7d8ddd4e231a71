using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary><c>GRANT</c> and <c>REVOKE</c>: what goes first, so that nobody has both the old and the new for a moment.</summary>
internal static class PrivilegeSql
{
    public static IEnumerable<string> Change(ChangePrivileges change)
    {
        var target = $"{change.Either.TargetKind} {Name(change.Either)}";
        return Change(
            "",
            target,
            (change.Old?.Grants ?? [], change.New?.Grants ?? []),
            (change.Old?.RevokedFromPublic ?? [], change.New?.RevokedFromPublic ?? []));
    }

    public static IEnumerable<string> Change(ChangeDefaultPrivileges change)
    {
        var either = change.Either;
        var prefix = "ALTER DEFAULT PRIVILEGES "
            + (either.ForRole is { } role ? $"FOR ROLE {SqlIdentifier.Quote(role)} " : "")
            + (either.InSchema is { } schema ? $"IN SCHEMA {SqlIdentifier.Quote(schema)} " : "");
        return Change(
            prefix,
            either.TargetKind,
            (change.Old?.Grants ?? [], change.New?.Grants ?? []),
            (change.Old?.RevokedFromPublic ?? [], change.New?.RevokedFromPublic ?? []));
    }

    /// <summary>All of it as one line for people to read.</summary>
    public static string Words(EquatableArray<Grant> grants, EquatableArray<string> revoked) => string.Join("; ", (IEnumerable<string>)
    [
        .. revoked.Select(r => $"{r} from PUBLIC revoked"),
        .. Groups(grants).Select(g => $"{g.Privileges} to {Role(g.Role)}{(g.Grantable ? " with grant option" : "")}"),
    ]);

    private static IEnumerable<string> Change(
        string prefix,
        string target,
        (EquatableArray<Grant> Old, EquatableArray<Grant> New) grants,
        (EquatableArray<string> Old, EquatableArray<string> New) revoked)
    {
        var back = revoked.Old.Where(r => !revoked.New.Contains(r)).ToList();
        var gone = revoked.New.Where(r => !revoked.Old.Contains(r)).ToList();
        var old = grants.Old.SelectMany(PerColumn).ToList();
        var @new = grants.New.SelectMany(PerColumn).ToList();
        var kept = @new.Select(Plain).ToHashSet();
        var lost = old.Where(o => !kept.Contains(Plain(o))).ToList();

        // A privilege on the whole table takes those on its columns along when it goes.
        var had = old.Except(lost).Where(o => o.Columns.IsEmpty || !lost.Contains(o with { Columns = [] })).ToHashSet();
        if (gone.Count > 0)
        {
            yield return $"{prefix}REVOKE {string.Join(", ", gone)} ON {target} FROM PUBLIC";
        }

        foreach (var group in Groups(lost))
        {
            yield return $"{prefix}REVOKE {group.Privileges} ON {target} FROM {Role(group.Role)}";
        }

        foreach (var group in Groups(had.Where(o => o.Grantable && @new.Contains(Plain(o)))))
        {
            yield return $"{prefix}REVOKE GRANT OPTION FOR {group.Privileges} ON {target} FROM {Role(group.Role)}";
        }

        if (back.Count > 0)
        {
            yield return $"{prefix}GRANT {string.Join(", ", back)} ON {target} TO PUBLIC";
        }

        foreach (var group in Groups(@new.Where(n => !had.Contains(n) && !had.Contains(n with { Grantable = true }))))
        {
            yield return $"{prefix}GRANT {group.Privileges} ON {target} TO {Role(group.Role)}{(group.Grantable ? " WITH GRANT OPTION" : "")}";
        }
    }

    private static IEnumerable<Grant> PerColumn(Grant grant) =>
        grant.Columns.IsEmpty ? [grant] : grant.Columns.Select(c => grant with { Columns = [c] });

    private static Grant Plain(Grant grant) => grant with { Grantable = false };

    private static IEnumerable<(string Role, bool Grantable, string Privileges)> Groups(IEnumerable<Grant> grants) => grants
        .GroupBy(g => (g.Role, g.Grantable))
        .OrderBy(g => g.Key.Role, StringComparer.Ordinal)
        .ThenBy(g => g.Key.Grantable)
        .Select(g => (g.Key.Role, g.Key.Grantable, Privileges(g)));

    private static string Privileges(IEnumerable<Grant> grants) => string.Join(", ", grants
        .GroupBy(g => (g.Privilege, Whole: g.Columns.IsEmpty))
        .OrderBy(g => g.Key.Privilege, StringComparer.Ordinal)
        .ThenByDescending(g => g.Key.Whole)
        .Select(g => g.Key.Whole
            ? g.Key.Privilege
            : $"{g.Key.Privilege} {ConstraintSql.Columns(g.SelectMany(c => c.Columns).Order(StringComparer.Ordinal).ToEquatableArray())}"));

    private static string Role(string role) => role == Grant.Public ? "PUBLIC" : SqlIdentifier.Quote(role);

    private static string Name(Privileges privileges)
    {
        if (privileges.Arguments is { } arguments)
        {
            return $"{SqlIdentifier.Quote(privileges.Target)}({arguments})";
        }

        return privileges.TargetKind is "SCHEMA" or "DATABASE" or "LANGUAGE" or "FOREIGN SERVER" or "FOREIGN DATA WRAPPER"
            ? SqlIdentifier.Quote(privileges.Target.Name)
            : SqlIdentifier.Quote(privileges.Target);
    }
}
