using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE POLICY</c>.</summary>
public sealed record CreatePolicy(QualifiedName Table, Policy Policy) : Operation;
