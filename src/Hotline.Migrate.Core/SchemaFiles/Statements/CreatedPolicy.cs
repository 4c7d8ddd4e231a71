using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>A <c>CREATE POLICY</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Policy">The policy.</param>
internal sealed record CreatedPolicy(QualifiedName Table, Policy Policy) : SchemaStatement;
