using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... RENAME COLUMN</c>.</summary>
public sealed record RenameColumn(QualifiedName Table, string Old, string New) : Operation;
