using System.Globalization;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>The C# types of columns: the ones that Npgsql reads, as far as they need no package but ours.</summary>
internal static class ClrTypes
{
    /// <summary>The C# type of a canonical <paramref name="type"/>.</summary>
    /// <param name="type">The column's type.</param>
    /// <param name="named">What types of the schema stand for: enums as C# types, and the types under domains.</param>
    /// <param name="npgsql">Whether Npgsql's own types may be used.</param>
    public static ClrType Of(string type, NamedColumnTypes named, bool npgsql)
    {
        if (SqlTypeName.IsArray(type))
        {
            return Array(type, Of(type[..^2], named, npgsql));
        }

        if (named.Enum(type) is { } enumType)
        {
            return new ClrType(enumType);
        }

        return named.Underlying(type) is { } underlying
            ? Of(underlying, named, npgsql) with { TypeName = type, MaxLength = null, Precision = null }
            : BuiltIn(type) ?? (npgsql ? NpgsqlTypes.Find(type) : null) ?? Text(type);
    }

    private static ClrType Array(string type, ClrType item) => item.Name.EndsWith("[]", StringComparison.Ordinal) && item.Name != "byte[]"
        ? Text(type)
        : item with
        {
            Name = item.Name + "[]",
            IsReference = true,
            TypeName = item.TypeName is not null || item.MaxLength is not null ? type : null,
            MaxLength = null,
        };

    private static ClrType? BuiltIn(string type)
    {
        var bare = SqlTypeName.WithoutModifiers(type);
        var modifiers = type.Length == bare.Length ? null : type[(type.IndexOf('(', StringComparison.Ordinal) + 1)..type.IndexOf(')', StringComparison.Ordinal)];
        return bare switch
        {
            "boolean" => new ClrType("bool"),
            "smallint" => new ClrType("short"),
            "integer" => new ClrType("int"),
            "bigint" => new ClrType("long"),
            "real" => new ClrType("float"),
            "double precision" => new ClrType("double"),
            "numeric" => new ClrType("decimal") { Precision = modifiers?.Replace(",", ", ", StringComparison.Ordinal) },
            "text" => new ClrType("string") { IsReference = true },
            "character varying" when modifiers is not null => new ClrType("string") { IsReference = true, MaxLength = Number(modifiers) },
            "character" when modifiers is "1" => new ClrType("char"),
            "uuid" => System("Guid"),
            "bytea" => new ClrType("byte[]") { IsReference = true },
            "date" => System("DateOnly"),
            "time without time zone" => System("TimeOnly") with { Precision = modifiers },
            "interval" => System("TimeSpan") with { Precision = modifiers },
            "timestamp with time zone" => System("DateTimeOffset") with { Precision = modifiers },
            "timestamp without time zone" => System("DateTime") with { TypeName = type },
            "time with time zone" => System("DateTimeOffset") with { TypeName = type },
            "money" => new ClrType("decimal") { TypeName = type },
            "oid" or "xid" or "cid" => new ClrType("uint") { TypeName = type },
            "xid8" => new ClrType("ulong") { TypeName = type },
            "bit" when modifiers is "1" => new ClrType("bool") { TypeName = type },
            "bit" => Bits with { TypeName = type },
            "bit varying" => Bits with { MaxLength = modifiers is null ? null : Number(modifiers) },
            "inet" => new ClrType("IPAddress") { Using = "System.Net", IsReference = true },
            "cidr" => new ClrType("IPNetwork") { Using = "System.Net" },
            "macaddr" => Physical,
            "macaddr8" => Physical with { TypeName = type },
            "hstore" => new ClrType("Dictionary<string, string?>") { Using = "System.Collections.Generic", IsReference = true },
            "\"char\"" => new ClrType("char") { TypeName = type },
            _ => bare.StartsWith("interval ", StringComparison.Ordinal) ? System("TimeSpan") with { TypeName = type } : null,
        };
    }

    private static ClrType Bits => new("BitArray") { Using = "System.Collections", IsReference = true };

    private static ClrType Physical => new("PhysicalAddress") { Using = "System.Net.NetworkInformation", IsReference = true };

    private static ClrType System(string name) => new(name) { Using = "System", IsReference = false };

    // What has no C# type of its own is text: ranges, documents, geometry, types of extensions.
    private static ClrType Text(string type) => new("string") { IsReference = true, TypeName = type };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
