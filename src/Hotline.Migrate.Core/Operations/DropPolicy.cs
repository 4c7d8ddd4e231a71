using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP POLICY</c>.</summary>
public sealed record DropPolicy(QualifiedName Table, Policy Policy) : Operation;
