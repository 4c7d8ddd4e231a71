namespace Hotline.Migrate.Impact.Catalog;

/// <summary>What the catalog, or an earlier statement, says of a constraint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Referenced">For a foreign key, the table that it points to.</param>
/// <param name="Check">For a check, its condition.</param>
/// <param name="IsValid">Whether the rows are known to fit.</param>
public sealed record ConstraintFacts(string Name, RelationName? Referenced, string? Check, bool IsValid)
{
    /// <summary>The columns that a foreign key is made of.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
