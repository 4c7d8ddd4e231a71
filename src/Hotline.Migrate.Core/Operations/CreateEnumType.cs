using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE TYPE ... AS ENUM</c>.</summary>
public sealed record CreateEnumType(EnumType Type) : Operation;
