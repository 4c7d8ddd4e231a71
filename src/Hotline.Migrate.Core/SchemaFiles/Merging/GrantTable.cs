using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>The privileges on one object while grants and revocations are applied.</summary>
internal sealed class GrantTable
{
    private readonly IReadOnlyList<string> publicDefaults;
    private readonly SortedSet<string> revokedFromPublic;

    // The columns are empty for the whole object.
    private readonly Dictionary<(string Role, string Privilege, string? Column), bool> grantable = [];

    /// <summary>Starts with what is there.</summary>
    /// <param name="publicDefaults">The privileges that PUBLIC has from the beginning.</param>
    /// <param name="grants">The grants.</param>
    /// <param name="revoked">What was revoked from PUBLIC.</param>
    public GrantTable(IReadOnlyList<string> publicDefaults, IEnumerable<Grant> grants, IEnumerable<string> revoked)
    {
        this.publicDefaults = publicDefaults;
        revokedFromPublic = new SortedSet<string>(revoked, StringComparer.Ordinal);
        Apply(new PrivilegeChange(true, grants.ToEquatableArray()));
    }

    /// <summary>Whether everything is as PostgreSQL makes it.</summary>
    public bool IsEmpty => grantable.Count == 0 && revokedFromPublic.Count == 0;

    /// <summary>The grants, sorted.</summary>
    public EquatableArray<Grant> Grants => grantable
        .GroupBy(g => (g.Key.Role, g.Key.Privilege, Whole: g.Key.Column is null, Grantable: g.Value))
        .Select(g => new Grant
        {
            Role = g.Key.Role,
            Privilege = g.Key.Privilege,
            Grantable = g.Key.Grantable,
            Columns = g.Select(e => e.Key.Column).OfType<string>().Order(StringComparer.Ordinal).ToEquatableArray(),
        })
        .OrderBy(g => g.Role, StringComparer.Ordinal)
        .ThenBy(g => g.Privilege, StringComparer.Ordinal)
        .ThenBy(g => string.Join(",", g.Columns), StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>What was revoked from PUBLIC, sorted.</summary>
    public EquatableArray<string> RevokedFromPublic => revokedFromPublic.ToEquatableArray();

    /// <summary>Applies a statement.</summary>
    public void Apply(PrivilegeChange change)
    {
        foreach (var grant in change.Grants)
        {
            var isDefault = grant.Role == Grant.Public && grant.Columns.IsEmpty && publicDefaults.Contains(grant.Privilege);
            if (isDefault)
            {
                _ = change.IsGrant ? revokedFromPublic.Remove(grant.Privilege) : !change.OptionOnly && revokedFromPublic.Add(grant.Privilege);
                continue;
            }

            string?[] columns = grant.Columns.IsEmpty ? [null] : [.. grant.Columns];
            foreach (var column in columns)
            {
                Apply(change, grant, (grant.Role, grant.Privilege, column));
            }
        }
    }

    private void Apply(PrivilegeChange change, Grant grant, (string Role, string Privilege, string? Column) key)
    {
        if (change.IsGrant)
        {
            grantable[key] = grant.Grantable || grantable.GetValueOrDefault(key);
        }
        else if (!change.OptionOnly)
        {
            grantable.Remove(key);
        }
        else if (grantable.ContainsKey(key))
        {
            grantable[key] = false;
        }
    }
}
