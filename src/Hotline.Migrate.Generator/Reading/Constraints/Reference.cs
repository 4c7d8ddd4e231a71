using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>A foreign key as the model says it, before it is held against its target.</summary>
/// <param name="Target">The referenced class.</param>
/// <param name="Columns">The referencing columns.</param>
/// <param name="Symbol">The member or class that says it.</param>
/// <param name="Attribute">The attribute that says it, if one does.</param>
/// <param name="OnDelete">What happens when the referenced row is deleted.</param>
internal sealed record Reference(
    INamedTypeSymbol Target,
    IReadOnlyList<ModelColumn> Columns,
    ISymbol Symbol,
    ModelAttribute? Attribute,
    ReferentialAction OnDelete)
{
    /// <summary>Whether <see cref="Attribute"/> is our own, which has options.</summary>
    public bool IsOurs => Attribute?.Name == AttributeNames.References;
}
