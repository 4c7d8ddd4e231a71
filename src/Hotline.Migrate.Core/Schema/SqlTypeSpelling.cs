using System.Globalization;

namespace Hotline.Migrate.Schema;

/// <summary>Spells a type as <c>format_type</c> does.</summary>
internal static class SqlTypeSpelling
{
    private const int MaxLength = 10485760;
    private const int MaxBits = 83886080;

    /// <summary>The canonical spelling, or <c>null</c> when modifiers are out of range.</summary>
    public static string? Of(SqlTypeText type)
    {
        var element = Element(type);
        return element is null || !type.IsArray || SqlTypeName.IsArray(element) ? element : element + "[]";
    }

    private static string? Element(SqlTypeText type)
    {
        // Quoted, "char" is the catalog's one-byte type and not the key word; other key words are no names of the catalog, but of a user's type.
        if (type.Schema is not (null or "pg_catalog") || (type.Quoted && (type.Name is "char" || IsKeyWord(type.Name))))
        {
            return Named(type.Schema == "pg_catalog" ? type with { Schema = null } : type);
        }

        // The catalog's name of an array type is that of its element after an underscore.
        if (type.Name[0] == '_'
            && BuiltIn(type with { Name = type.Name.Substring(1) }) is { } item)
        {
            return item + "[]";
        }

        return IsBuiltIn(type.Name) || (!type.Quoted && type.Name.Contains(' ')) ? BuiltIn(type) : Named(type.Schema is null ? type : type with { Schema = null });
    }

    private static bool IsKeyWord(string name) => name is
        "smallint" or "integer" or "int" or "bigint" or "real" or "float" or "decimal" or "dec" or "boolean" or "character" or "nchar";

    /// <summary>Whether a name without schema and modifiers is a type of PostgreSQL itself.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn(new SqlTypeText(null, name, false, [], false)) is not null;

    private static string? BuiltIn(SqlTypeText type)
    {
        var modifiers = type.Modifiers;
        return type.Name switch
        {
            "smallint" or "int2" or "smallserial" or "serial2" => Bare("smallint", modifiers),
            "integer" or "int" or "int4" or "serial" or "serial4" => Bare("integer", modifiers),
            "bigint" or "int8" or "bigserial" or "serial8" => Bare("bigint", modifiers),
            "real" or "float4" => Bare("real", modifiers),
            "double precision" or "float8" => Bare("double precision", modifiers),
            "float" => Float(modifiers),
            "numeric" or "decimal" or "dec" => Numeric(modifiers),
            "boolean" or "bool" => Bare("boolean", modifiers),
            "character varying" or "varchar" or "char varying" or "national character varying" or "national char varying" or "nchar varying"
                => Sized("character varying", modifiers, null, MaxLength),
            "character" or "char" or "nchar" or "national character" or "national char" => Sized("character", modifiers, 1, MaxLength),
            "bpchar" => modifiers.IsEmpty ? "bpchar" : Sized("character", modifiers, 1, MaxLength),
            "bit" => Sized("bit", modifiers, 1, MaxBits),
            "bit varying" or "varbit" => Sized("bit varying", modifiers, null, MaxBits),
            "timestamp" or "timestamp without time zone" => Time("timestamp", "without", modifiers),
            "timestamptz" or "timestamp with time zone" => Time("timestamp", "with", modifiers),
            "time" or "time without time zone" => Time("time", "without", modifiers),
            "timetz" or "time with time zone" => Time("time", "with", modifiers),
            "text" or "uuid" or "date" or "bytea" or "json" or "jsonb" or "jsonpath" or "xml" or "money" or "inet" or "cidr" or "macaddr" or "macaddr8"
                or "point" or "line" or "lseg" or "box" or "path" or "polygon" or "circle" or "tsvector" or "tsquery" or "name" or "oid" or "xid" or "xid8"
                or "cid" or "tid" or "pg_lsn" or "txid_snapshot" or "pg_snapshot" or "regclass" or "regtype" or "regproc" or "regprocedure" or "regoper"
                or "regoperator" or "regrole" or "regnamespace" or "regconfig" or "regdictionary" or "regcollation" or "refcursor"
                or "int4range" or "int8range" or "numrange" or "tsrange" or "tstzrange" or "daterange"
                or "int4multirange" or "int8multirange" or "nummultirange" or "tsmultirange" or "tstzmultirange" or "datemultirange"
                => Bare(type.Name, modifiers),
            _ => type.Name.StartsWith("interval", StringComparison.Ordinal) ? Interval(type) : null,
        };
    }

    private static string? Bare(string name, EquatableArray<string> modifiers) => modifiers.IsEmpty ? name : null;

    private static string? Float(EquatableArray<string> modifiers) => modifiers.Count switch
    {
        0 => "double precision",
        1 => Number(modifiers[0]) switch { >= 1 and <= 24 => "real", > 24 and <= 53 => "double precision", _ => null },
        _ => null,
    };

    private static string? Numeric(EquatableArray<string> modifiers) =>
        (modifiers.Count, Number(modifiers, 0), Number(modifiers, 1)) switch
        {
            (0, _, _) => "numeric",
            (1, >= 1 and <= 1000 and var precision, _) => $"numeric({Text(precision)},0)",
            (2, >= 1 and <= 1000 and var precision, >= -1000 and <= 1000 and var scale) => $"numeric({Text(precision)},{Text(scale)})",
            _ => null,
        };

    private static string? Sized(string name, EquatableArray<string> modifiers, int? standard, int max) =>
        (modifiers.Count, Number(modifiers, 0)) switch
        {
            (0, _) => standard is { } size ? $"{name}({Text(size)})" : name,
            (1, >= 1 and var size) when size <= max => $"{name}({Text(size)})",
            _ => null,
        };

    private static string? Time(string name, string with, EquatableArray<string> modifiers) =>
        (modifiers.Count, Number(modifiers, 0)) switch
        {
            (0, _) => $"{name} {with} time zone",
            (1, >= 0 and <= 6 and var precision) => $"{name}({Text(precision)}) {with} time zone",
            _ => null,
        };

    private static string? Interval(SqlTypeText type)
    {
        var fields = type.Name.Substring("interval".Length);
        var known = fields is "" or " year" or " month" or " day" or " hour" or " minute" or " second" or " year to month" or " day to hour"
            or " day to minute" or " day to second" or " hour to minute" or " hour to second" or " minute to second";
        var takesPrecision = fields.Length == 0 || fields.EndsWith("second", StringComparison.Ordinal);
        return (type.Modifiers.Count, Number(type.Modifiers, 0)) switch
        {
            (0, _) when known => type.Name,
            (1, >= 0 and <= 6 and var precision) when known && takesPrecision => $"{type.Name}({Text(precision)})",
            _ => null,
        };
    }

    private static string Named(SqlTypeText type)
    {
        var name = type.Schema is null or QualifiedName.DefaultSchema
            ? SqlIdentifier.Quote(type.Name)
            : SqlIdentifier.Quote(type.Schema) + "." + SqlIdentifier.Quote(type.Name);
        return type.Modifiers.IsEmpty ? name : name + "(" + string.Join(",", type.Modifiers) + ")";
    }

    private static int? Number(EquatableArray<string> modifiers, int index) => index < modifiers.Count ? Number(modifiers[index]) : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
