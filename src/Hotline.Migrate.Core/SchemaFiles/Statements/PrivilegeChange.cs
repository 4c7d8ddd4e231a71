using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>What a <c>GRANT</c> or <c>REVOKE</c> gives or takes.</summary>
/// <param name="IsGrant">Whether it gives.</param>
/// <param name="Grants">A grant for each role and privilege; <c>Grantable</c> where the option is given.</param>
/// <param name="OptionOnly">Whether a <c>REVOKE GRANT OPTION FOR</c> leaves the privileges themselves.</param>
internal sealed record PrivilegeChange(bool IsGrant, EquatableArray<Grant> Grants, bool OptionOnly = false);
