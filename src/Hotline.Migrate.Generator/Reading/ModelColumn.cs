using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>A column and where it comes from.</summary>
/// <param name="Column">The column.</param>
/// <param name="Path">The property as C# reaches it from the model.</param>
/// <param name="Property">The property that has the attributes.</param>
/// <param name="Order">The order that <c>[Column]</c> gives, if it does.</param>
internal sealed record ModelColumn(Column Column, string Path, ModelProperty Property, int? Order);
