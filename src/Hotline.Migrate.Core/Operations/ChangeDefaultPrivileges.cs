using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER DEFAULT PRIVILEGES</c>.</summary>
/// <param name="Old">What roles get as it is, or <c>null</c> where that is PostgreSQL's default.</param>
/// <param name="New">What they get afterwards, likewise.</param>
public sealed record ChangeDefaultPrivileges(DefaultPrivileges? Old, DefaultPrivileges? New) : Operation
{
    /// <summary>The default privileges in one of their forms.</summary>
    public DefaultPrivileges Either => New ?? Old ?? throw new InvalidOperationException("There are no privileges to change.");
}
