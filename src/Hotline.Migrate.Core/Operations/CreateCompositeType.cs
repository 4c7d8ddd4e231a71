using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE TYPE ... AS (...)</c>.</summary>
public sealed record CreateCompositeType(CompositeType Type) : Operation;
