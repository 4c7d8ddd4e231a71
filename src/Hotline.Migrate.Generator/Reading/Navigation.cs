using Hotline.Migrate.Generator.Reading.Types;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Properties that lead to other models and are no columns.</summary>
internal static class Navigation
{
    /// <summary>Whether the property leads to a model, or to several.</summary>
    public static bool IsNavigation(ModelProperty property) =>
        property.Attributes.Find(AttributeNames.Column)?.Text("TypeName") is null
        && (Target(property.Symbol.Type) is not null || Items(property.Symbol.Type) is not null);

    /// <summary>The model that a property of that type leads to.</summary>
    public static INamedTypeSymbol? Target(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && IsModel(named) ? named : null;

    /// <summary>The model that a list of that type leads to.</summary>
    public static INamedTypeSymbol? Items(ITypeSymbol type) => TypeMapper.ItemOf(type) is { } item ? Target(item) : null;

    /// <summary>Whether the class is marked as a model.</summary>
    public static bool IsModel(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "TableAttribute" } marker && marker.FullName() == AttributeNames.Table)
            {
                return true;
            }
        }

        return false;
    }
}
