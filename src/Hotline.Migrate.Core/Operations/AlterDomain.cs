using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>ALTER DOMAIN</c>: default, NOT NULL, conditions and comments. The type underneath stays.</summary>
public sealed record AlterDomain(Domain Old, Domain New) : Operation;
