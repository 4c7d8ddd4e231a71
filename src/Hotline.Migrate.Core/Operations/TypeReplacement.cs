using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary>A type that is made anew together with others.</summary>
/// <param name="Old">The type as it is.</param>
/// <param name="New">The type as it becomes.</param>
public sealed record TypeReplacement(SchemaObject Old, SchemaObject New)
{
    /// <summary>What each field of a new composite type becomes, as SQL over <c>$1</c>, a value of the old one; empty where no values are stored.</summary>
    public EquatableArray<string> Fields { get; init; }

    /// <summary>Whether the type changes itself, and not only what it is made of.</summary>
    public bool Differs => (Old, New) is (CompositeType old, CompositeType @new) ? !old.IsSameAs(@new) : !Old.Equals(New);
}
