using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER POLICY</c>: roles and conditions. Command and kind cannot be altered.</summary>
public sealed record AlterPolicy(QualifiedName Table, Policy Old, Policy New) : Operation;
