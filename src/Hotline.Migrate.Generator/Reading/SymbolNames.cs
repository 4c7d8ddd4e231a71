using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Names of symbols, made without <c>ToDisplayString</c>, which is slow where every attribute of every column asks.</summary>
internal static class SymbolNames
{
    /// <summary>Namespace and metadata name: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string FullName(this INamedTypeSymbol type) => type.ContainingType is { } outer
        ? outer.FullName() + "+" + type.MetadataName
        : Prefix(type.ContainingNamespace) + type.MetadataName;

    /// <summary>The type as C# names it, for messages.</summary>
    public static string Display(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string Prefix(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? "" : Prefix(space.ContainingNamespace) + space.Name + ".";
}
