using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Decides whether a column takes NULL.</summary>
internal static class Nullability
{
    /// <summary>By <c>[Required]</c>, then by <c>?</c>; without nullable reference types every reference may be NULL.</summary>
    public static bool IsNullable(ModelProperty property)
    {
        var type = property.Symbol.Type;
        return !property.Attributes.Has(AttributeNames.Required)
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                || (type.IsReferenceType && property.Symbol.NullableAnnotation != NullableAnnotation.NotAnnotated));
    }
}
