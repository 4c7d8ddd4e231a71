namespace Hotline.Migrate.Schema;

/// <summary>A type name taken apart, not yet in its canonical spelling.</summary>
/// <param name="Schema">The schema, where one is given.</param>
/// <param name="Name">The name, folded to lower case unless it was quoted; several words with one space between them.</param>
/// <param name="Quoted">Whether the name was quoted, which makes it the name of a catalog type and never a key word.</param>
/// <param name="Modifiers">What stands in parentheses.</param>
/// <param name="IsArray">Whether it is an array, of however many dimensions: PostgreSQL does not keep their number.</param>
internal sealed record SqlTypeText(string? Schema, string Name, bool Quoted, EquatableArray<string> Modifiers, bool IsArray);
