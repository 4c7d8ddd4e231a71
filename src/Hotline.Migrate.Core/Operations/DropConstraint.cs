using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... DROP CONSTRAINT</c>.</summary>
public sealed record DropConstraint(QualifiedName Table, TableConstraint Constraint) : Operation;
