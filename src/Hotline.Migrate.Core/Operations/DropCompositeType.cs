using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP TYPE</c> of a composite type.</summary>
public sealed record DropCompositeType(CompositeType Type) : Operation;
