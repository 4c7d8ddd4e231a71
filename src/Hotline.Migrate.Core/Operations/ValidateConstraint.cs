using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... VALIDATE CONSTRAINT</c>.</summary>
public sealed record ValidateConstraint(QualifiedName Table, string Name) : Operation;
