namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>The C# types that Npgsql brings along.</summary>
internal static class NpgsqlTypes
{
    /// <summary>Npgsql's type for a canonical type, if it has one.</summary>
    public static ClrType? Find(string type) => type switch
    {
        "int4range" => Range("int"),
        "int8range" => Range("long"),
        "numrange" => Range("decimal"),
        "daterange" => Range("DateOnly"),
        "tstzrange" => Range("DateTimeOffset"),
        "tsrange" => Range("DateTime") with { TypeName = type },
        "int4multirange" => Range("int").ToArray(),
        "int8multirange" => Range("long").ToArray(),
        "nummultirange" => Range("decimal").ToArray(),
        "datemultirange" => Range("DateOnly").ToArray(),
        "tstzmultirange" => Range("DateTimeOffset").ToArray(),
        "tsmultirange" => Range("DateTime").ToArray() with { TypeName = type },
        "tsvector" => Class("NpgsqlTsVector"),
        "tsquery" => Class("NpgsqlTsQuery"),
        "point" => Struct("NpgsqlPoint"),
        "box" => Struct("NpgsqlBox"),
        "line" => Struct("NpgsqlLine"),
        "lseg" => Struct("NpgsqlLSeg"),
        "path" => Struct("NpgsqlPath"),
        "polygon" => Struct("NpgsqlPolygon"),
        "circle" => Struct("NpgsqlCircle"),
        "pg_lsn" => Struct("NpgsqlLogSequenceNumber"),
        "tid" => Struct("NpgsqlTid"),
        _ => null,
    };

    private static ClrType Struct(string name) => new(name) { Using = "NpgsqlTypes" };

    private static ClrType Class(string name) => Struct(name) with { IsReference = true };

    private static ClrType Range(string of) => Struct($"NpgsqlRange<{of}>") with { ArgumentUsing = of.StartsWith("Date", StringComparison.Ordinal) ? "System" : null };

    private static ClrType ToArray(this ClrType type) => type with { Name = type.Name + "[]", IsReference = true };
}
