using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary><c>ALTER DOMAIN ... ADD CONSTRAINT</c>.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Check">The condition.</param>
internal sealed record AddedDomainCheck(QualifiedName Domain, CheckConstraint Check) : SchemaStatement;
