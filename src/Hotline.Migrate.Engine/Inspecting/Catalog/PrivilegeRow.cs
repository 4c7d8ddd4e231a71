using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>A privilege that a role has on an object or gets on later ones, or that PUBLIC had by default and lost.</summary>
/// <param name="Target">What it is on.</param>
/// <param name="Grant">The privilege.</param>
/// <param name="Revoked">Whether PUBLIC lost it.</param>
internal sealed record PrivilegeRow<T>(T Target, Grant Grant, bool Revoked)
{
    /// <summary>The grants among <paramref name="rows"/>, sorted as the schema model wants them.</summary>
    public static EquatableArray<Grant> Grants(IEnumerable<PrivilegeRow<T>> rows) => rows.Where(r => !r.Revoked)
        .Select(r => r.Grant)
        .OrderBy(g => g.Role, StringComparer.Ordinal)
        .ThenBy(g => g.Privilege, StringComparer.Ordinal)
        .ThenBy(g => string.Join('\0', g.Columns), StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>What PUBLIC lost among <paramref name="rows"/>.</summary>
    public static EquatableArray<string> RevokedFromPublic(IEnumerable<PrivilegeRow<T>> rows) =>
        rows.Where(r => r.Revoked).Select(r => r.Grant.Privilege).Order(StringComparer.Ordinal).ToEquatableArray();
}
