using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... RENAME TO</c> of a domain or composite type, with <c>SET SCHEMA</c> before it where the schema is another one.</summary>
/// <param name="Kind">What it is, one of <see cref="SchemaKinds"/>.</param>
/// <param name="Old">The name as it is.</param>
/// <param name="New">The name as it becomes.</param>
public sealed record RenameType(string Kind, QualifiedName Old, QualifiedName New) : Operation;
