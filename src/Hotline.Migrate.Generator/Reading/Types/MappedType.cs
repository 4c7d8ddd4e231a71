using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Types;

/// <summary>The PostgreSQL type of a C# type.</summary>
/// <param name="Type">The canonical type.</param>
internal sealed record MappedType(string Type)
{
    /// <summary>The C# enum that a value is of, if it is one.</summary>
    public INamedTypeSymbol? Enum { get; init; }

    /// <summary>Whether an enum's values are held as their labels, and of what kind these are.</summary>
    public EnumLabels Labels { get; init; }

    /// <summary>The enum type that the column needs.</summary>
    public EnumType? EnumType { get; init; }

    /// <summary>The extension that the type comes from.</summary>
    public string? Extension { get; init; }

    /// <summary>The same for an array of it; arrays of ranges are multiranges.</summary>
    public MappedType ToArray() => this with { Type = NamedTypes.MultiRange(Type) ?? Type + "[]" };
}
