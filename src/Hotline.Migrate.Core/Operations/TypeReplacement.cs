using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>A type that is made anew together with others.</summary>
/// <param name="Old">The type as it is.</param>
/// <param name="New">The type as it becomes; the fields of a composite type are in the order of <paramref name="Old"/>, new ones behind.</param>
public sealed record TypeReplacement(SchemaObject Old, SchemaObject New)
{
    /// <summary>Whether the type changes itself, and not only what it is made of.</summary>
    public bool Differs => !Old.Equals(New);
}
