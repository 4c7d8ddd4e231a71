using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>A property of a model that may be a column or a navigation.</summary>
/// <param name="Symbol">The property, that of the most derived class where it is overridden or hidden.</param>
/// <param name="Attributes">Its attributes: those of what it overrides first.</param>
internal sealed record ModelProperty(IPropertySymbol Symbol, IReadOnlyList<ModelAttribute> Attributes);
