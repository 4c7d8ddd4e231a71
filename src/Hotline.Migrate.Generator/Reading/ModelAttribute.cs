using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>An attribute with its full name, and where it stands.</summary>
/// <param name="Name">The full metadata name, one of <see cref="AttributeNames"/>.</param>
/// <param name="Data">The attribute.</param>
/// <param name="Owner">The type, property, field or assembly it stands on.</param>
internal sealed record ModelAttribute(string Name, AttributeData Data, ISymbol Owner)
{
    /// <summary>The attributes of <paramref name="symbol"/> itself.</summary>
    public static IEnumerable<ModelAttribute> Of(ISymbol symbol)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { TypeKind: not TypeKind.Error } type)
            {
                yield return new ModelAttribute(type.FullName(), data, symbol);
            }
        }
    }

    /// <summary>All texts of the constructor's arguments, lists included, in order.</summary>
    public IReadOnlyList<string> Texts => [.. Data.ConstructorArguments.SelectMany(Flatten).OfType<string>()];

    /// <summary>All types of the constructor's arguments, lists included, in order.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => [.. Data.ConstructorArguments.SelectMany(Flatten).OfType<INamedTypeSymbol>()];

    /// <summary>The constructor's argument at <paramref name="index"/>, if it is there.</summary>
    public TypedConstant? Argument(int index) =>
        index < Data.ConstructorArguments.Length ? Data.ConstructorArguments[index] : null;

    /// <summary>The text of the constructor's argument at <paramref name="index"/>.</summary>
    public string? Text(int index) => Argument(index) is { Kind: not TypedConstantKind.Array } constant ? constant.Value as string : null;

    /// <summary>The number of the constructor's argument at <paramref name="index"/>; an enum's is its value.</summary>
    public int? Number(int index) => Argument(index) is { Kind: not TypedConstantKind.Array, Value: int number } ? number : null;

    /// <summary>The type that the constructor's argument at <paramref name="index"/> is.</summary>
    public INamedTypeSymbol? Type(int index) => Argument(index) is { Kind: TypedConstantKind.Type } constant ? constant.Value as INamedTypeSymbol : null;

    /// <summary>The text of a named argument; <c>null</c> when it is not given.</summary>
    public string? Text(string name) => Named(name) is { Kind: not TypedConstantKind.Array } constant ? constant.Value as string : null;

    /// <summary>The number of a named argument, an enum's being its value.</summary>
    public int Number(string name) => Named(name) is { Kind: not TypedConstantKind.Array, Value: int number } ? number : 0;

    /// <summary>The number of a named argument; <c>null</c> when it is not given.</summary>
    public long? Long(string name) => Named(name) is { Kind: not TypedConstantKind.Array, Value: long number } ? number : null;

    /// <summary>Whether a named argument is <c>true</c>.</summary>
    public bool Flag(string name) => Named(name) is { Kind: not TypedConstantKind.Array, Value: true };

    /// <summary>The texts of a named list; an item that is <c>null</c> is the empty text.</summary>
    public IReadOnlyList<string> List(string name) => [.. Items(name).Select(v => v as string ?? "")];

    /// <summary>The values of a named list.</summary>
    public IReadOnlyList<object?> Items(string name) => Named(name) is { } constant ? [.. Flatten(constant)] : [];

    private TypedConstant? Named(string name)
    {
        foreach (var argument in Data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IEnumerable<object?> Flatten(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Error } => [],
        { Kind: TypedConstantKind.Array, IsNull: true } => [],
        { Kind: TypedConstantKind.Array } => constant.Values.SelectMany(Flatten),
        _ => [constant.Value],
    };
}
