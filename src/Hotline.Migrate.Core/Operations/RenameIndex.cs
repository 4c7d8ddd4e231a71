using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER INDEX ... RENAME TO</c>.</summary>
public sealed record RenameIndex(QualifiedName Table, string Old, string New) : Operation;
