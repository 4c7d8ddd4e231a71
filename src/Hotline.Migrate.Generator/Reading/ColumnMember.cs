using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>A column and the property it comes from.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Path">The property as C# reaches it from the model: <c>Email</c>, or <c>Address.Street</c> for a part of a complex property.</param>
/// <param name="Property">The property that has the column's attributes.</param>
internal sealed record ColumnMember(string Column, string Path, IPropertySymbol Property);
