using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... RENAME CONSTRAINT</c>.</summary>
public sealed record RenameConstraint(QualifiedName Table, string Old, string New) : Operation;
