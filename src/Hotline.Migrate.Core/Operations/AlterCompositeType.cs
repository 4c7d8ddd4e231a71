using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER TYPE ... ADD, DROP and ALTER ATTRIBUTE</c>. New fields come last, as PostgreSQL has no other place for them.</summary>
public sealed record AlterCompositeType(CompositeType Old, CompositeType New) : Operation;
