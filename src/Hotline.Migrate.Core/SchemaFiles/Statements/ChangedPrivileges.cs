namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>A <c>GRANT</c> or <c>REVOKE</c> on one object.</summary>
/// <param name="Target">The object, by the word that follows <c>ON</c>.</param>
/// <param name="Change">What is granted or revoked.</param>
internal sealed record ChangedPrivileges(ObjectReference Target, PrivilegeChange Change) : SchemaStatement;
