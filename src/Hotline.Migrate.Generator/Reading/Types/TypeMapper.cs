using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Types;

/// <summary>Maps C# types to PostgreSQL types, as Npgsql's EF Core provider does. A type that is not listed has none.</summary>
internal static class TypeMapper
{
    /// <summary>The type of a column for <paramref name="type"/>, or <c>null</c>.</summary>
    /// <param name="type">The property's type.</param>
    /// <param name="attributes">The property's attributes, which tell how it holds an enum.</param>
    public static MappedType? Map(ITypeSymbol type, IReadOnlyList<ModelAttribute> attributes)
    {
        var plain = WithoutNullable(type);
        return plain switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => new MappedType("bytea"),
            IArrayTypeSymbol array => Item(array.ElementType, attributes)?.ToArray(),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } named => EnumMapper.Map(named, attributes),
            INamedTypeSymbol named => Special(named.SpecialType) is { } special ? new MappedType(special) : Named(named, attributes),
            _ => null,
        };
    }

    /// <summary>The type itself for a nullable value type.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>What a list or array holds; <c>null</c> when the type is none.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1 } named when NamedTypes.IsList(named.OriginalDefinition.FullName()) => named.TypeArguments[0],
        _ => null,
    };

    // An array of arrays would need rows of equal length, which C# does not promise.
    private static MappedType? Item(ITypeSymbol item, IReadOnlyList<ModelAttribute> attributes) =>
        Map(item, attributes) is { } mapped && !mapped.Type.EndsWith("]", StringComparison.Ordinal) && !mapped.Type.EndsWith("multirange", StringComparison.Ordinal)
            ? mapped
            : null;

    private static string? Special(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => "boolean",
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 => "smallint",
        SpecialType.System_UInt16 or SpecialType.System_Int32 => "integer",
        SpecialType.System_UInt32 or SpecialType.System_Int64 => "bigint",
        SpecialType.System_UInt64 => "numeric(20,0)",
        SpecialType.System_Single => "real",
        SpecialType.System_Double => "double precision",
        SpecialType.System_Decimal => "numeric",
        SpecialType.System_Char => "character(1)",
        SpecialType.System_String => "text",
        SpecialType.System_DateTime => "timestamp with time zone",
        _ => null,
    };

    private static MappedType? Named(INamedTypeSymbol type, IReadOnlyList<ModelAttribute> attributes)
    {
        var name = type.OriginalDefinition.FullName();
        if (NamedTypes.Find(name) is { } found)
        {
            return new MappedType(found) { Extension = NamedTypes.Extension(found) };
        }

        return type.Arity switch
        {
            1 when name == "NpgsqlTypes.NpgsqlRange`1" =>
                Map(type.TypeArguments[0], []) is { } item && NamedTypes.Range(item.Type) is { } range ? new MappedType(range) : null,
            1 when NamedTypes.IsList(name) => Item(type.TypeArguments[0], attributes)?.ToArray(),
            2 when NamedTypes.IsDictionary(name)
                && type.TypeArguments.All(a => a.SpecialType == SpecialType.System_String) => new MappedType("hstore") { Extension = "hstore" },
            _ => null,
        };
    }
}
