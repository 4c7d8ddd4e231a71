using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TABLE ... SET { LOGGED | UNLOGGED }</c>. The table is rewritten.</summary>
public sealed record SetUnlogged(QualifiedName Table, bool Unlogged) : Operation;
