using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP DOMAIN</c>.</summary>
public sealed record DropDomain(Domain Domain) : Operation;
