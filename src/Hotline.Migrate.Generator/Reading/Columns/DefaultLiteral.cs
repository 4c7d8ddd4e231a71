using System.Globalization;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Writes a C# constant as the SQL literal of a column's type.</summary>
internal static class DefaultLiteral
{
    /// <summary>The literal, or <c>null</c> when the value is none of the type.</summary>
    public static string? Of(TypedConstant constant, MappedType type)
    {
        if (constant.Kind == TypedConstantKind.Array)
        {
            return Array(constant, type);
        }

        if (SqlTypeName.IsArray(type.Type))
        {
            return constant.Value is string array ? Quote(array) : null;
        }

        if (type.Enum is not null && constant.Kind == TypedConstantKind.Enum && !SymbolEqualityComparer.Default.Equals(constant.Type, type.Enum))
        {
            return null;
        }

        return type.Enum is not null && constant.Kind == TypedConstantKind.Enum && type.Labels != EnumLabels.None
            ? Label(constant, type)
            : Scalar(constant.Value, type);
    }

    /// <summary>The constant for a message.</summary>
    public static string ToCSharp(this TypedConstant constant) => constant.ToCSharpString();

    private static string? Array(TypedConstant constant, MappedType type)
    {
        if (!SqlTypeName.IsArray(type.Type))
        {
            return null;
        }

        var element = type with { Type = type.Type.Substring(0, type.Type.Length - 2) };
        var items = constant.Values.Select(v => v.IsNull ? "NULL" : Of(v, element)).ToList();
        return items.Contains(null) ? null : items.Count == 0 ? "'{}'" : $"ARRAY[{string.Join(", ", items)}]::{type.Type}";
    }

    private static string? Label(TypedConstant constant, MappedType type)
    {
        foreach (var (member, label) in EnumMapper.LabelsOf(type.Enum!, type.Labels))
        {
            if (Equals(member.ConstantValue, constant.Value))
            {
                return Quote(label);
            }
        }

        return null;
    }

    private static string? Scalar(object? value, MappedType type)
    {
        var bare = SqlTypeName.WithoutModifiers(type.Type);
        return bare switch
        {
            "boolean" => value switch
            {
                bool flag => flag ? "true" : "false",
                string text when bool.TryParse(text, out var flag) => flag ? "true" : "false",
                _ => null,
            },
            "smallint" => Whole(value, short.MinValue, short.MaxValue),
            "integer" => Whole(value, int.MinValue, int.MaxValue),
            "bigint" => Whole(value, long.MinValue, long.MaxValue),
            "numeric" => Number(value, exact: true),
            "real" or "double precision" => Number(value, exact: false),
            "text" or "character varying" or "character" or "citext" => Text(value, type),
            _ => value is string text && Fits(text, bare, type) ? Quote(text) : null,
        };
    }

    private static string? Text(object? value, MappedType type)
    {
        var text = value switch { string s => s, char c => c.ToString(), _ => null };
        return text is null || text.Contains('\0') || text.Length > MaxLength(type.Type) ? null : Quote(text);
    }

    private static int MaxLength(string type)
    {
        var open = type.IndexOf('(');
        return open >= 0 && int.TryParse(type.Substring(open + 1).TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : int.MaxValue;
    }

    private static string? Whole(object? value, long min, long max)
    {
        decimal? number = value switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return number is { } whole && whole >= min && whole <= max ? whole.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string? Number(object? value, bool exact) => value switch
    {
        double number => Real(number, number.ToString("R", CultureInfo.InvariantCulture), exact),
        float number => Real(number, number.ToString("R", CultureInfo.InvariantCulture), exact),
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Real(double number, string text, bool exact) => number switch
    {
        double.NaN => "'NaN'",
        double.PositiveInfinity => exact ? null : "'Infinity'",
        double.NegativeInfinity => exact ? null : "'-Infinity'",
        _ => text,
    };

    private static bool Fits(string text, string type, MappedType mapped) => !text.Contains('\0') && type switch
    {
        "uuid" => Guid.TryParse(text, out _),
        "json" or "jsonb" => JsonText.IsValid(text),
        "time without time zone" => IsOfClock(text),
        "date" or "timestamp with time zone" or "timestamp without time zone" => IsOfCalendar(text),
        _ when mapped is { Enum: not null, Labels: EnumLabels.Postgres, EnumType: { } labels } => labels.Labels.Contains(text),
        _ => true,
    };

    // Only the ISO form is held against the calendar; PostgreSQL knows many others.
    private static bool IsOfCalendar(string text)
    {
        const string iso = "yyyy-MM-dd";
        return text.Length < iso.Length
            || !text.Take(iso.Length).Select((c, i) => iso[i] == '-' ? c == '-' : c is >= '0' and <= '9').All(fits => fits)
            || DateTime.TryParseExact(text.Substring(0, iso.Length), iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    // Only hours and minutes in digits are held against the clock; PostgreSQL knows 24:00, the leap second, and many other forms.
    private static bool IsOfClock(string text)
    {
        var parts = text.Split(':');
        return parts.Length is not (2 or 3)
            || parts.Any(p => p.Length is 0 or > 2 || p.Any(c => c is < '0' or > '9'))
            || (Part(parts, 0) * 60 + Part(parts, 1) <= 24 * 60 && Part(parts, 1) < 60 && Part(parts, 2) <= 60);
    }

    private static int Part(string[] parts, int index) => index < parts.Length ? int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";
}
