namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>A constraint or index as an attribute.</summary>
/// <param name="Column">The column it stands on when it is about that one alone, else <c>null</c>.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="IsShareable">Whether it means the same on a base class: it has no name of its own that indexes share.</param>
internal sealed record ConstraintText(string? Column, string Attribute, bool IsShareable);
