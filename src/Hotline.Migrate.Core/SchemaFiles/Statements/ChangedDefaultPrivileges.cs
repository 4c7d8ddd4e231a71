using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>An <c>ALTER DEFAULT PRIVILEGES</c> for one role and one schema.</summary>
/// <param name="Target">Which default privileges, without any grant.</param>
/// <param name="Change">What is granted or revoked.</param>
internal sealed record ChangedDefaultPrivileges(DefaultPrivileges Target, PrivilegeChange Change) : SchemaStatement;
