using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... RENAME VALUE</c>. No row is touched.</summary>
public sealed record RenameEnumValue(QualifiedName Type, string Old, string New) : Operation;
