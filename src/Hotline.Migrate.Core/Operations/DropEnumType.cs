using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP TYPE</c> of an enum.</summary>
public sealed record DropEnumType(EnumType Type) : Operation;
