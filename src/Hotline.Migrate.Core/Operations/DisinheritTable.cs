using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... NO INHERIT</c>. The columns stay as the table's own.</summary>
public sealed record DisinheritTable(QualifiedName Table, QualifiedName Parent) : Operation;
