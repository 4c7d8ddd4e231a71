using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... RENAME TO</c>.</summary>
public sealed record RenameTable(QualifiedName Old, string New) : Operation;
