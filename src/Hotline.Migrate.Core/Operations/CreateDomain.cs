using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE DOMAIN</c>.</summary>
public sealed record CreateDomain(Domain Domain) : Operation;
