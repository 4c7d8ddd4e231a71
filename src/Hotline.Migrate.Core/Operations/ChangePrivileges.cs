using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>GRANT</c> and <c>REVOKE</c> on one object.</summary>
/// <param name="Old">What roles may do as it is, or <c>null</c> where the object has PostgreSQL's default privileges.</param>
/// <param name="New">What they may do afterwards, likewise.</param>
public sealed record ChangePrivileges(Privileges? Old, Privileges? New) : Operation
{
    /// <summary>The object's privileges in one of their forms.</summary>
    public Privileges Either => New ?? Old ?? throw new InvalidOperationException("There are no privileges to change.");
}
