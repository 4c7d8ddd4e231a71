using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER SEQUENCE ... RENAME TO</c>. Defaults that count with it follow by themselves.</summary>
public sealed record RenameSequence(QualifiedName Old, string New) : Operation;
