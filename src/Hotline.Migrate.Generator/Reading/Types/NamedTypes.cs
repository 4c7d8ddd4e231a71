namespace Hotline.Migrate.Generator.Reading.Types;

/// <summary>The PostgreSQL types of classes and structs that are not built into C#: the mapping of Npgsql and its plugins.</summary>
internal static class NamedTypes
{
    /// <summary>The canonical type of the C# type with that full name.</summary>
    public static string? Find(string fullName) => fullName switch
    {
        "System.Guid" => "uuid",
        "System.DateTimeOffset" => "timestamp with time zone",
        "System.DateOnly" => "date",
        "System.TimeOnly" => "time without time zone",
        "System.TimeSpan" => "interval",
        "System.Uri" => "text",
        "System.Numerics.BigInteger" => "numeric",
        "System.Collections.BitArray" => "bit varying",
        "System.Text.Json.JsonDocument" or "System.Text.Json.JsonElement" => "jsonb",
        "System.Text.Json.Nodes.JsonNode" or "System.Text.Json.Nodes.JsonObject" or "System.Text.Json.Nodes.JsonArray" => "jsonb",
        "System.Net.IPAddress" => "inet",
        "System.Net.IPNetwork" => "cidr",
        "System.Net.NetworkInformation.PhysicalAddress" => "macaddr",
        _ => FindNpgsql(fullName) ?? FindPlugin(fullName),
    };

    /// <summary>Whether the type is a list of its one type argument.</summary>
    public static bool IsList(string fullName) => fullName
        is "System.Collections.Generic.List`1" or "System.Collections.Generic.IList`1" or "System.Collections.Generic.ICollection`1"
        or "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IReadOnlyList`1" or "System.Collections.Generic.IReadOnlyCollection`1"
        or "System.Collections.Generic.HashSet`1" or "System.Collections.Generic.ISet`1" or "System.Collections.Generic.IReadOnlySet`1"
        or "System.Collections.Generic.SortedSet`1" or "System.Collections.ObjectModel.Collection`1" or "System.Collections.ObjectModel.ObservableCollection`1"
        or "System.Collections.ObjectModel.ReadOnlyCollection`1" or "System.Collections.Immutable.ImmutableArray`1"
        or "System.Collections.Immutable.ImmutableList`1" or "System.Collections.Immutable.ImmutableHashSet`1";

    /// <summary>Whether the type is a dictionary.</summary>
    public static bool IsDictionary(string fullName) => fullName
        is "System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.IDictionary`2"
        or "System.Collections.Generic.IReadOnlyDictionary`2" or "System.Collections.Immutable.ImmutableDictionary`2"
        or "System.Collections.Immutable.IImmutableDictionary`2";

    /// <summary>The range type over a canonical element type.</summary>
    public static string? Range(string element) => element switch
    {
        "integer" => "int4range",
        "bigint" => "int8range",
        "numeric" => "numrange",
        "date" => "daterange",
        "timestamp with time zone" => "tstzrange",
        "timestamp without time zone" => "tsrange",
        _ => null,
    };

    /// <summary>The multirange type of a range type.</summary>
    public static string? MultiRange(string range) => range switch
    {
        "int4range" => "int4multirange",
        "int8range" => "int8multirange",
        "numrange" => "nummultirange",
        "daterange" => "datemultirange",
        "tstzrange" => "tstzmultirange",
        "tsrange" => "tsmultirange",
        _ => null,
    };

    /// <summary>The extension that brings a type, by the type's name.</summary>
    public static string? Extension(string type) => type switch
    {
        "hstore" or "citext" or "ltree" or "cube" or "isn" or "seg" or "vector" => type,
        "lquery" or "ltxtquery" => "ltree",
        "halfvec" or "sparsevec" => "vector",
        "geometry" or "geography" or "raster" or "box2d" or "box3d" => "postgis",
        "lo" => "lo",
        _ => null,
    };

    private static string? FindNpgsql(string fullName) => fullName switch
    {
        "NpgsqlTypes.NpgsqlTsVector" => "tsvector",
        "NpgsqlTypes.NpgsqlTsQuery" => "tsquery",
        "NpgsqlTypes.NpgsqlInet" => "inet",
        "NpgsqlTypes.NpgsqlCidr" => "cidr",
        "NpgsqlTypes.NpgsqlPoint" => "point",
        "NpgsqlTypes.NpgsqlBox" => "box",
        "NpgsqlTypes.NpgsqlLine" => "line",
        "NpgsqlTypes.NpgsqlLSeg" => "lseg",
        "NpgsqlTypes.NpgsqlPath" => "path",
        "NpgsqlTypes.NpgsqlPolygon" => "polygon",
        "NpgsqlTypes.NpgsqlCircle" => "circle",
        "NpgsqlTypes.NpgsqlCube" => "cube",
        "NpgsqlTypes.NpgsqlLogSequenceNumber" => "pg_lsn",
        "NpgsqlTypes.NpgsqlTid" => "tid",
        _ => null,
    };

    private static string? FindPlugin(string fullName) => fullName switch
    {
        "Microsoft.EntityFrameworkCore.LTree" => "ltree",
        "NodaTime.Instant" or "NodaTime.ZonedDateTime" or "NodaTime.OffsetDateTime" => "timestamp with time zone",
        "NodaTime.LocalDateTime" => "timestamp without time zone",
        "NodaTime.LocalDate" => "date",
        "NodaTime.LocalTime" => "time without time zone",
        "NodaTime.OffsetTime" => "time with time zone",
        "NodaTime.Period" or "NodaTime.Duration" => "interval",
        "NodaTime.Interval" => "tstzrange",
        "NodaTime.DateInterval" => "daterange",
        "NodaTime.DateTimeZone" => "text",
        "Pgvector.Vector" => "vector",
        "Pgvector.HalfVector" => "halfvec",
        "Pgvector.SparseVector" => "sparsevec",
        _ => fullName.StartsWith("NetTopologySuite.Geometries.", StringComparison.Ordinal) ? "geometry" : null,
    };
}
