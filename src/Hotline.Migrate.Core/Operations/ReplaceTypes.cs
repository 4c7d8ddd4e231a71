using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>
/// Makes types anew that are made of each other, because PostgreSQL has no statement for what changes in one of them while columns store
/// values of it.
/// </summary>
/// <param name="Types">The enums, domains and composite types; what another one is made of comes before it.</param>
/// <param name="Uses">The columns that are converted.</param>
public sealed record ReplaceTypes(EquatableArray<TypeReplacement> Types, EquatableArray<DomainUse> Uses) : Operation;
