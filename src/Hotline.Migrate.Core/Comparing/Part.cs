namespace Hotline.Migrate.Comparing;

/// <summary>A part of a table with its definition as SQL.</summary>
internal sealed record Part(PartKey Key, string Definition);
