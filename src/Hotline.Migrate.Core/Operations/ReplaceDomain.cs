using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Makes a domain anew because its type changes, which PostgreSQL has no statement for.</summary>
/// <param name="Old">The domain as it is.</param>
/// <param name="New">The domain as it becomes.</param>
/// <param name="Uses">The columns that are converted.</param>
public sealed record ReplaceDomain(Domain Old, Domain New, EquatableArray<DomainUse> Uses) : Operation;
