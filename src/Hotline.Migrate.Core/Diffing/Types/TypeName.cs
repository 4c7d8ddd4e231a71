using System.Globalization;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Types;

/// <summary>Facts about a canonical type name.</summary>
internal static class TypeName
{
    /// <summary>The type of an array's elements, or the type itself.</summary>
    public static string Element(string type) => SqlTypeName.IsArray(type) ? type[..^2] : type;

    /// <summary>The element type without its modifiers.</summary>
    public static string Base(string type) => SqlTypeName.WithoutModifiers(Element(type));

    /// <summary>Whether values of the one are stored and understood as values of the other: they differ by modifiers at most.</summary>
    public static bool SameBase(string left, string right) =>
        SqlTypeName.WithoutModifiers(left) == SqlTypeName.WithoutModifiers(right);

    /// <summary>The numbers in parentheses: length, or precision and scale.</summary>
    public static IReadOnlyList<int> Modifiers(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = type.IndexOf(')', StringComparison.Ordinal);
        return type.StartsWith('"') || open < 0 || close < open
            ? []
            : [.. type[(open + 1)..close].Split(',')
                .Select(m => int.TryParse(m, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : -1)
                .Where(n => n >= 0)];
    }

    /// <summary>The family of an element type.</summary>
    public static TypeFamily Family(string type) => Base(type) switch
    {
        "smallint" or "integer" or "bigint" => TypeFamily.Integer,
        "numeric" or "real" or "double precision" => TypeFamily.Decimal,
        "boolean" => TypeFamily.Boolean,
        "text" or "character varying" or "character" or "bpchar" or "citext" or "name" or "\"char\"" => TypeFamily.Text,
        "date" or "timestamp without time zone" or "timestamp with time zone" => TypeFamily.DateTime,
        "time without time zone" or "time with time zone" => TypeFamily.Time,
        "interval" => TypeFamily.Interval,
        "json" or "jsonb" => TypeFamily.Json,
        "bit" or "bit varying" => TypeFamily.Bits,
        "money" => TypeFamily.Money,
        "inet" or "cidr" => TypeFamily.Network,
        "macaddr" or "macaddr8" => TypeFamily.HardwareAddress,
        "uuid" or "bytea" or "xml" or "point" or "line" or "lseg" or "box" or "path" or "polygon" or "circle" or "tsvector" or "tsquery"
            or "oid" or "xid" or "xid8" or "cid" or "tid" or "pg_lsn" or "jsonpath"
            or "int4range" or "int8range" or "numrange" or "tsrange" or "tstzrange" or "daterange"
            or "int4multirange" or "int8multirange" or "nummultirange" or "tsmultirange" or "tstzmultirange" or "datemultirange"
            => TypeFamily.Other,
        _ => TypeFamily.Unknown,
    };
}
