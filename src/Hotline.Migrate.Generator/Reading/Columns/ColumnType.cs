using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Decides a column's type: by <c>[Column(TypeName)]</c>, else by the C# type with its length and precision.</summary>
internal static class ColumnType
{
    private const int LongestVarying = 10485760;

    /// <summary>The type, or <c>null</c> when there is none, which is reported.</summary>
    public static MappedType? Read(ModelContext context, ModelProperty property, string? typeName)
    {
        var mapped = TypeMapper.Map(property.Symbol.Type, property.Attributes);
        if (typeName is not null)
        {
            return Named(context, property, typeName, mapped);
        }

        if (mapped is null)
        {
            ReportUnmapped(context, property);
            return null;
        }

        return Precise(context, property, Sized(context, property, mapped));
    }

    private static MappedType? Named(ModelContext context, ModelProperty property, string typeName, MappedType? mapped)
    {
        var column = property.Attributes.Find(AttributeNames.Column)!;
        var type = SqlTypeName.TryNormalize(typeName);
        if (type is null || ForeignTypes.Instead(type) is not null)
        {
            var instead = type is null ? null : ForeignTypes.Instead(type);
            context.Report(
                DiagnosticCodes.InvalidTypeName,
                column,
                $"'{typeName}' is no type of PostgreSQL{(instead is null ? "." : $"; use '{instead}'.")}",
                "TypeName");
            return null;
        }

        var bare = SqlTypeName.WithoutModifiers(type).Replace("[]", "");
        var labels = mapped?.Enum is null
            ? EnumLabels.None
            : bare is "text" or "character varying" or "citext" ? EnumLabels.Text
            : bare is "smallint" or "integer" or "bigint" or "numeric" ? EnumLabels.None : EnumLabels.Postgres;
        return new MappedType(type)
        {
            Enum = mapped?.Enum,
            Labels = labels,
            EnumType = mapped?.EnumType is { } enumType && SqlIdentifier.Quote(enumType.Name) == bare ? enumType : null,
            Extension = NamedTypes.Extension(bare),
        };
    }

    private static void ReportUnmapped(ModelContext context, ModelProperty property)
    {
        var type = TypeMapper.ItemOf(property.Symbol.Type) ?? property.Symbol.Type;
        if (property.Attributes.Has(AttributeNames.ForeignKey, AttributeNames.InverseProperty))
        {
            context.Report(
                DiagnosticCodes.NotAModel,
                property.Symbol,
                $"'{property.Symbol.Name}' refers to '{type.Display()}', which is no model: it has no [Table].");
            return;
        }

        context.Report(
            DiagnosticCodes.UnmappedType,
            property.Symbol,
            $"'{context.Model.Name}.{property.Symbol.Name}' is of type '{property.Symbol.Type.Display()}', which has no PostgreSQL type. Say one by [Column(TypeName = \"...\")], or leave the property out by [NotMapped].");
    }

    private static MappedType Sized(ModelContext context, ModelProperty property, MappedType mapped)
    {
        var attribute = property.Attributes.Find(AttributeNames.MaxLength) ?? property.Attributes.Find(AttributeNames.StringLength);
        if (attribute is null || mapped.Type is not ("text" or "bit varying"))
        {
            return mapped;
        }

        // [MaxLength] without a number means the longest that the database takes.
        var length = attribute.Number(0) ?? -1;
        if (length == 0 || length < -1)
        {
            context.Report(DiagnosticCodes.InvalidPrecision, attribute, $"{Text(length)} is no length.", "0");
            return mapped;
        }

        return length is -1 or > LongestVarying
            ? mapped
            : mapped with { Type = (mapped.Type == "text" ? "character varying" : mapped.Type) + "(" + Text(length) + ")" };
    }

    private static MappedType Precise(ModelContext context, ModelProperty property, MappedType mapped)
    {
        if (property.Attributes.Find(AttributeNames.Precision, AttributeNames.EfPrecision) is not { } attribute)
        {
            return mapped;
        }

        var array = mapped.Type.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "";
        var element = mapped.Type.Substring(0, mapped.Type.Length - array.Length);
        var (precision, scale) = (attribute.Number(0) ?? 0, attribute.Number(1));
        var type = element switch
        {
            "numeric" => SqlTypeName.TryNormalize(scale is { } digits ? $"numeric({Text(precision)},{Text(digits)})" : $"numeric({Text(precision)})"),
            "timestamp with time zone" or "timestamp without time zone" or "time without time zone" or "time with time zone" or "interval" when scale is null or 0 =>
                SqlTypeName.TryNormalize(Insert(element, precision)),
            _ => null,
        };
        if (type is null)
        {
            context.Report(
                DiagnosticCodes.InvalidPrecision,
                attribute,
                $"The type '{element}' takes no precision of {Text(precision)}{(scale is { } digits ? " and scale of " + Text(digits) : "")}.");
            return mapped;
        }

        return mapped with { Type = type + array };
    }

    private static string Insert(string type, int precision)
    {
        var space = type.IndexOf(' ');
        return space < 0 ? $"{type}({Text(precision)})" : type.Insert(space, $"({Text(precision)})");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
