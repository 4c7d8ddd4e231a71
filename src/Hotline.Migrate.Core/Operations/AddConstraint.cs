using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... ADD CONSTRAINT</c>.</summary>
public sealed record AddConstraint(QualifiedName Table, TableConstraint Constraint) : Operation;
