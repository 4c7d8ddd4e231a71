using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... INHERIT</c>.</summary>
public sealed record InheritTable(QualifiedName Table, QualifiedName Parent) : Operation;
