using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>Makes an enum anew because labels go or change places, which PostgreSQL has no statement for.</summary>
/// <param name="Old">The type as it is.</param>
/// <param name="New">The type as it becomes.</param>
/// <param name="Uses">The columns that are converted, through <c>text</c>.</param>
public sealed record ReplaceEnumType(EnumType Old, EnumType New, EquatableArray<EnumUse> Uses) : Operation;
