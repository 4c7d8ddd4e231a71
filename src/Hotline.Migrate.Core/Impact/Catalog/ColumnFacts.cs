namespace Hotline.Migrate.Impact.Catalog;

/// <summary>What the catalog says of a column.</summary>
/// <param name="Type">The type as <c>format_type</c> spells it.</param>
/// <param name="NotNull">Whether it is <c>NOT NULL</c>.</param>
public sealed record ColumnFacts(string Type, bool NotNull);
