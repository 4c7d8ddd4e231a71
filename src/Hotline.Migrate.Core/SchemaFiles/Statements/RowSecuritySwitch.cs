using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary><c>ALTER TABLE ... ENABLE | DISABLE | FORCE | NO FORCE ROW LEVEL SECURITY</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Enabled">Whether policies are in force; <c>null</c> where the statement does not say.</param>
/// <param name="Forced">Whether they are for the owner too; <c>null</c> where the statement does not say.</param>
internal sealed record RowSecuritySwitch(QualifiedName Table, bool? Enabled, bool? Forced) : SchemaStatement;
