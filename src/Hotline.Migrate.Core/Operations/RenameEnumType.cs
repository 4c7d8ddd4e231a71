using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... RENAME TO</c> and <c>SET SCHEMA</c> of an enum. Columns and defaults follow by themselves.</summary>
public sealed record RenameEnumType(QualifiedName Old, QualifiedName New) : Operation;
