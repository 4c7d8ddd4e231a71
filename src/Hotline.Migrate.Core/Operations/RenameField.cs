using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... RENAME ATTRIBUTE</c> of a composite type.</summary>
public sealed record RenameField(QualifiedName Type, string Old, string New) : Operation;
