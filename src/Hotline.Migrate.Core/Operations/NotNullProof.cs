namespace Hotline.Migrate.Operations;

/// <summary>A condition <c>column IS NOT NULL</c>: once it is valid, <c>SET NOT NULL</c> does not look at the rows.</summary>
/// <param name="Constraint">The constraint that becomes valid in the same migration, or <c>null</c> if one is added for this and dropped after it.</param>
public sealed record NotNullProof(string? Constraint);
