using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Types;

/// <summary>How the values of a column become values of another type.</summary>
/// <param name="Possible">Whether PostgreSQL can convert them.</param>
/// <param name="Using">The conversion, where there is no assignment cast or where that would depend on the session.</param>
/// <param name="Loses">What of the values is lost without an error, or <c>null</c>.</param>
internal sealed record TypeConversion(bool Possible, string? Using = null, string? Loses = null)
{
    private static readonly TypeConversion Impossible = new(false);
    private static readonly TypeConversion Assignment = new(true);

    /// <summary>The conversion of <paramref name="column"/> from one canonical type to the other.</summary>
    /// <param name="column">The column as SQL.</param>
    /// <param name="from">The type as it is.</param>
    /// <param name="to">The type as it becomes.</param>
    /// <param name="isEnum">Whether an element type is an enum.</param>
    public static TypeConversion Of(string column, string from, string to, Func<string, bool> isEnum)
    {
        var (fromArray, toArray) = (SqlTypeName.IsArray(from), SqlTypeName.IsArray(to));
        if (fromArray && toArray)
        {
            return Arrays(column, from, to, isEnum);
        }

        if (toArray)
        {
            return TypeName.Family(from) == TypeFamily.Text
                ? Read(column, to)
                : Of(column, from, TypeName.Element(to), isEnum) is { Possible: true } element
                    ? element with { Using = $"ARRAY[{element.Using ?? column}]" }
                    : Impossible;
        }

        if (fromArray)
        {
            return TypeName.Family(to) switch
            {
                TypeFamily.Text => Assignment,
                TypeFamily.Json => new TypeConversion(true, $"to_{to}({column})"),
                _ => Impossible,
            };
        }

        return Scalars(column, from, to, isEnum);
    }

    private static TypeConversion Arrays(string column, string from, string to, Func<string, bool> isEnum)
    {
        var element = Of(column, TypeName.Element(from), TypeName.Element(to), isEnum);
        if (!element.Possible || element.Using is null)
        {
            return element;
        }

        return isEnum(TypeName.Element(from)) || isEnum(TypeName.Element(to))
            ? element with { Using = $"{column}::text[]::{to}" }
            : element with { Using = $"{column}::{to}" };
    }

    private static TypeConversion Scalars(string column, string from, string to, Func<string, bool> isEnum)
    {
        if (TypeName.SameBase(from, to))
        {
            return new TypeConversion(true, null, Loss.OfModifiers(from, to));
        }

        if (isEnum(from) || isEnum(to))
        {
            return Enums(column, from, to, isEnum);
        }

        var (source, target) = (TypeName.Family(from), TypeName.Family(to));
        return (source, target) switch
        {
            (_, TypeFamily.Text) => Assignment,
            (TypeFamily.Unknown, _) or (_, TypeFamily.Unknown) => Cast(column, to),
            (TypeFamily.Integer, TypeFamily.Integer or TypeFamily.Decimal or TypeFamily.Money) => Assignment,
            (TypeFamily.Decimal, TypeFamily.Integer or TypeFamily.Decimal) => new TypeConversion(true, null, Loss.OfNumbers(from, to)),
            (TypeFamily.Decimal, TypeFamily.Money) when TypeName.Base(from) == "numeric" => new TypeConversion(true, null, "digits after the second decimal place"),
            (TypeFamily.Decimal, TypeFamily.Money) => new TypeConversion(true, $"{column}::numeric::money", "digits after the second decimal place"),
            (TypeFamily.Money, TypeFamily.Decimal) => TypeName.Base(to) == "numeric" ? Assignment : new TypeConversion(true, $"{column}::numeric::{to}"),
            (TypeFamily.Money, TypeFamily.Integer) => new TypeConversion(true, $"{column}::numeric::{to}", "the decimal places"),
            (TypeFamily.Integer or TypeFamily.Decimal, TypeFamily.Boolean) => new TypeConversion(true, $"{column} <> 0", "which number other than 0 it was"),
            (TypeFamily.Boolean, TypeFamily.Integer or TypeFamily.Decimal) =>
                new TypeConversion(true, to == "integer" ? $"{column}::integer" : $"{column}::integer::{to}"),
            (TypeFamily.Text, _) => Read(column, to),
            (TypeFamily.DateTime, TypeFamily.DateTime) => Dates(column, from, to),
            (TypeFamily.DateTime, TypeFamily.Time) when TypeName.Base(from) != "date" => new TypeConversion(true, null, "the dates"),
            (TypeFamily.Time, TypeFamily.Time) => new TypeConversion(true, null, TypeName.Base(from) == "time with time zone" ? "the time zones" : null),
            (TypeFamily.Time, TypeFamily.Interval) when TypeName.Base(from) == "time without time zone" => Assignment,
            (TypeFamily.Interval, TypeFamily.Time) when TypeName.Base(to) == "time without time zone" => new TypeConversion(true, null, "the days, months and years"),
            (TypeFamily.Json, TypeFamily.Json) => Assignment,
            (TypeFamily.Json, TypeFamily.Integer or TypeFamily.Decimal or TypeFamily.Boolean) =>
                new TypeConversion(true, TypeName.Base(from) == "json" ? $"{column}::jsonb::{to}" : $"{column}::{to}"),
            (_, TypeFamily.Json) => new TypeConversion(true, $"to_{to}({column})"),
            (TypeFamily.Bits, TypeFamily.Bits) => Assignment,
            (TypeFamily.Bits, TypeFamily.Integer) or (TypeFamily.Integer, TypeFamily.Bits)
                when TypeName.Base(from) is not ("smallint" or "bit varying") && TypeName.Base(to) is not ("smallint" or "bit varying") => Cast(column, to),
            (TypeFamily.Network, TypeFamily.Network) => new TypeConversion(true, null, to == "cidr" ? "the host part of the addresses" : null),
            (TypeFamily.HardwareAddress, TypeFamily.HardwareAddress) => Assignment,
            (TypeFamily.Other, TypeFamily.Other) when IsWiderRange(from, to) => new TypeConversion(true, $"{column}::text::{to}"),
            _ => Impossible,
        };
    }

    // PostgreSQL has no casts between ranges, but each of these reads what the other writes.
    private static bool IsWiderRange(string from, string to) => (from.Replace("multirange", "range", StringComparison.Ordinal), to.Replace("multirange", "range", StringComparison.Ordinal)) is
        ("int4range", "int8range" or "numrange") or ("int8range", "int4range" or "numrange") or ("daterange", "tsrange")
        && from.Contains("multi", StringComparison.Ordinal) == to.Contains("multi", StringComparison.Ordinal);

    private static TypeConversion Enums(string column, string from, string to, Func<string, bool> isEnum) => (isEnum(from), isEnum(to)) switch
    {
        (true, true) => new TypeConversion(true, $"{column}::text::{to}"),
        (true, false) when TypeName.Family(to) == TypeFamily.Text => Assignment,
        (false, true) when TypeName.Family(from) is TypeFamily.Text or TypeFamily.Unknown => Cast(column, to),
        (true, false) when TypeName.Family(to) == TypeFamily.Json => new TypeConversion(true, $"to_{to}({column})"),
        _ => Impossible,
    };

    // A session's time zone must not decide what is stored; Npgsql writes and reads UTC.
    private static TypeConversion Dates(string column, string from, string to) => (TypeName.Base(from), TypeName.Base(to)) switch
    {
        ("timestamp without time zone", "timestamp with time zone") or ("timestamp with time zone", "timestamp without time zone") =>
            new TypeConversion(true, $"{column} AT TIME ZONE 'UTC'", Loss.OfModifiers(from, to)),
        ("date", "timestamp with time zone") => new TypeConversion(true, $"{column}::timestamp AT TIME ZONE 'UTC'"),
        ("timestamp with time zone", "date") => new TypeConversion(true, $"({column} AT TIME ZONE 'UTC')::date", "the time of day"),
        (_, "date") => new TypeConversion(true, null, "the time of day"),
        _ => Assignment,
    };

    // A cast would cut off what is longer than the type, which an assignment refuses.
    private static TypeConversion Read(string column, string to) => Cast(column, TypeName.Base(to) switch
    {
        "bit" => "bit varying",
        "character" => "bpchar",
        var unlimited => unlimited,
    } + (SqlTypeName.IsArray(to) ? "[]" : ""));

    private static TypeConversion Cast(string column, string to) => new(true, $"{column}::{to}");
}
