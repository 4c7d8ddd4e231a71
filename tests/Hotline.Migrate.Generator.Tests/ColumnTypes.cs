using Hotline.Migrate.Generator.Tests.Driving;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Tests;

public sealed class ColumnTypes
{
    public static TheoryData<string, string> Mapped => new()
    {
        { "bool", "boolean" },
        { "byte", "smallint" },
        { "sbyte", "smallint" },
        { "short", "smallint" },
        { "ushort", "integer" },
        { "int", "integer" },
        { "uint", "bigint" },
        { "long", "bigint" },
        { "ulong", "numeric(20,0)" },
        { "float", "real" },
        { "double", "double precision" },
        { "decimal", "numeric" },
        { "System.Numerics.BigInteger", "numeric" },
        { "char", "character(1)" },
        { "string", "text" },
        { "Uri", "text" },
        { "Guid", "uuid" },
        { "DateTime", "timestamp with time zone" },
        { "DateTimeOffset", "timestamp with time zone" },
        { "DateOnly", "date" },
        { "TimeOnly", "time without time zone" },
        { "TimeSpan", "interval" },
        { "byte[]", "bytea" },
        { "System.Collections.BitArray", "bit varying" },
        { "System.Text.Json.JsonDocument", "jsonb" },
        { "System.Text.Json.JsonElement", "jsonb" },
        { "System.Text.Json.Nodes.JsonObject", "jsonb" },
        { "System.Net.IPAddress", "inet" },
        { "System.Net.IPNetwork", "cidr" },
        { "System.Net.NetworkInformation.PhysicalAddress", "macaddr" },
        { "Dictionary<string, string>", "hstore" },
        { "Dictionary<string, string?>", "hstore" },
        { "IDictionary<string, string>", "hstore" },
        { "System.Collections.Immutable.ImmutableDictionary<string, string>", "hstore" },
        { "int[]", "integer[]" },
        { "int?[]", "integer[]" },
        { "string[]", "text[]" },
        { "int[,]", "integer[]" },
        { "List<Guid>", "uuid[]" },
        { "IReadOnlyList<long>", "bigint[]" },
        { "ICollection<DateOnly>", "date[]" },
        { "HashSet<string>", "text[]" },
        { "System.Collections.Immutable.ImmutableArray<decimal>", "numeric[]" },
        { "List<byte[]>", "bytea[]" },
        { "NpgsqlTypes.NpgsqlRange<int>", "int4range" },
        { "NpgsqlTypes.NpgsqlRange<long>", "int8range" },
        { "NpgsqlTypes.NpgsqlRange<decimal>", "numrange" },
        { "NpgsqlTypes.NpgsqlRange<DateOnly>", "daterange" },
        { "NpgsqlTypes.NpgsqlRange<DateTime>", "tstzrange" },
        { "NpgsqlTypes.NpgsqlRange<DateTimeOffset>", "tstzrange" },
        { "NpgsqlTypes.NpgsqlRange<int>[]", "int4multirange" },
        { "List<NpgsqlTypes.NpgsqlRange<DateOnly>>", "datemultirange" },
        { "NpgsqlTypes.NpgsqlTsVector", "tsvector" },
        { "NpgsqlTypes.NpgsqlTsQuery", "tsquery" },
        { "NpgsqlTypes.NpgsqlInet", "inet" },
        { "NpgsqlTypes.NpgsqlCidr", "cidr" },
        { "NpgsqlTypes.NpgsqlPoint", "point" },
        { "NpgsqlTypes.NpgsqlBox", "box" },
        { "NpgsqlTypes.NpgsqlLine", "line" },
        { "NpgsqlTypes.NpgsqlLSeg", "lseg" },
        { "NpgsqlTypes.NpgsqlPath", "path" },
        { "NpgsqlTypes.NpgsqlPolygon", "polygon" },
        { "NpgsqlTypes.NpgsqlCircle", "circle" },
        { "NpgsqlTypes.NpgsqlLogSequenceNumber", "pg_lsn" },
        { "NpgsqlTypes.NpgsqlTid", "tid" },
        { "NpgsqlTypes.NpgsqlCube", "cube" },
        { "Number", "integer" },
        { "Small", "smallint" },
        { "Big", "bigint" },
        { "Number[]", "integer[]" },
        { "List<Status>", "status[]" },
        { "Status", "status" },
        { "Named", "text" },
    };

    public static TheoryData<string> Unmapped =>
    [
        "object", "Half", "Int128", "nint", "System.Text.Rune", "Index", "Version", "System.Globalization.CultureInfo", "TimeZoneInfo", "Type",
        "NpgsqlTypes.NpgsqlInterval", "Memory<byte>", "int[][]", "List<int[]>", "List<List<int>>", "(int, string)", "Tuple<int>", "Other", "List<Other>",
        "Dictionary<string, object>", "Dictionary<int, string>", "NpgsqlTypes.NpgsqlRange<string>", "dynamic", "Action", "IComparable",
    ];

    public static TheoryData<string, string, string> Attributed => new()
    {
        { "[MaxLength(50)]", "string", "character varying(50)" },
        { "[StringLength(50, MinimumLength = 2)]", "string", "character varying(50)" },
        { "[MaxLength]", "string", "text" },
        { "[MaxLength(10485761)]", "string", "text" },
        { "[MaxLength(10485760)]", "string", "character varying(10485760)" },
        { "[MaxLength(50)]", "string[]", "text[]" },
        { "[MaxLength(50)]", "byte[]", "bytea" },
        { "[MaxLength(8)]", "System.Collections.BitArray", "bit varying(8)" },
        { "[MaxLength(20)]", "Named", "character varying(20)" },
        { "[Precision(18, 2)]", "decimal", "numeric(18,2)" },
        { "[Precision(18)]", "decimal?", "numeric(18,0)" },
        { "[Precision(5, -2)]", "decimal", "numeric(5,-2)" },
        { "[Precision(18, 4)]", "List<decimal>", "numeric(18,4)[]" },
        { "[Precision(3)]", "DateTime", "timestamp(3) with time zone" },
        { "[Precision(0)]", "DateTimeOffset", "timestamp(0) with time zone" },
        { "[Precision(6)]", "TimeOnly", "time(6) without time zone" },
        { "[Precision(3)]", "TimeSpan", "interval(3)" },
        { "[EnumStorage(EnumStorage.Text)]", "Status", "text" },
        { "[EnumStorage(EnumStorage.Number)]", "Status", "integer" },
        { "[EnumStorage(EnumStorage.PostgresEnum)]", "Number", "number" },
        { "[Column(TypeName = \"jsonb\")]", "Other", "jsonb" },
        { "[Column(TypeName = \"jsonb\")]", "Dictionary<string, object>", "jsonb" },
        { "[Column(TypeName = \"citext\")]", "string", "citext" },
        { "[Column(TypeName = \"VARCHAR(20)\")]", "string", "character varying(20)" },
        { "[Column(TypeName = \"decimal(10, 2)\")]", "decimal", "numeric(10,2)" },
        { "[Column(TypeName = \"timestamp\")]", "DateTime", "timestamp without time zone" },
        { "[Column(TypeName = \"date\")]", "DateTime", "date" },
        { "[Column(TypeName = \"tsrange\")]", "NpgsqlTypes.NpgsqlRange<DateTime>", "tsrange" },
        { "[Column(TypeName = \"macaddr8\")]", "System.Net.NetworkInformation.PhysicalAddress", "macaddr8" },
        { "[Column(TypeName = \"shop.email_address\")]", "string", "shop.email_address" },
        { "[Column(TypeName = \"\\\"Odd Name\\\"\")]", "string", "\"Odd Name\"" },
        { "[Column(TypeName = \"int[][]\")]", "int[][]", "integer[]" },
        { "[Column(TypeName = \"status\")]", "Status", "status" },
    };

    [Theory, MemberData(nameof(Mapped))]
    public void A_type_has_the_column_type_that_Npgsql_maps_it_to(string type, string expected) =>
        Assert.Equal(expected, ColumnOf("", type).Type);

    [Theory, MemberData(nameof(Attributed))]
    public void Attributes_refine_or_replace_the_type(string attribute, string type, string expected) =>
        Assert.Equal(expected, ColumnOf(attribute, type).Type);

    [Theory, MemberData(nameof(Unmapped))]
    public void A_type_that_is_not_mapped_is_a_problem_and_never_a_guess(string type)
    {
        var source = Model("", type);
        Assert.StartsWith("HM0001: 'Thing.Value' is of type", ModelProblems.Of(source), StringComparison.Ordinal);
        var run = GeneratorRun.Of(source);
        Assert.Empty(run.Descriptors);
        Assert.Equal((0, 1), (run.Manifest!.DescriptorCount, run.Manifest.SkippedCount));
    }

    [Theory]
    [InlineData("hstore", "Dictionary<string, string>", "")]
    [InlineData("citext", "string", "[Column(TypeName = \"citext\")]")]
    [InlineData("ltree", "string", "[Column(TypeName = \"lquery[]\")]")]
    [InlineData("cube", "NpgsqlTypes.NpgsqlCube", "")]
    [InlineData("postgis", "object", "[Column(TypeName = \"geometry(Point, 4326)\")]")]
    [InlineData("vector", "float[]", "[Column(TypeName = \"vector(1536)\")]")]
    public void A_type_of_an_extension_brings_the_extension(string extension, string type, string attribute)
    {
        var run = GeneratorRun.Of(Model(attribute, type));
        Assert.Equal([extension], run.Objects.OfType<Extension>().Select(e => e.Name.Name));
    }

    [Theory]
    [InlineData("btree_gist", "[Exclusion(\"Value WITH =\")]", "Guid")]
    [InlineData("btree_gist", "[Index(\"Value\", Method = \"gist\")]", "Kind")]
    [InlineData("btree_gin", "[Index(\"Value\", Method = \"gin\")]", "int")]
    [InlineData("pg_trgm", "[Index(\"Value\", Method = \"gin\", OperatorClasses = [\"gin_trgm_ops\"])]", "string")]
    [InlineData(null, "[Exclusion(\"Value WITH &&\")]", "NpgsqlTypes.NpgsqlRange<int>")]
    [InlineData(null, "[Index(\"Value\", Method = \"gin\")]", "string[]")]
    [InlineData(null, "[Index(\"Value\", Method = \"gin\")]", "System.Text.Json.JsonDocument")]
    public void An_index_that_needs_an_extension_brings_it(string? extension, string attribute, string type)
    {
        var run = GeneratorRun.Of(
            $"[PostgresEnum] public enum Kind {{ A }} [Table(\"a\")] {attribute} public class A {{ public int Id {{ get; set; }} public {type} Value {{ get; set; }} = default!; }}");
        Assert.Equal(extension is null ? [] : [extension], run.Objects.OfType<Extension>().Select(e => e.Name.Name));
    }

    [Theory]
    [InlineData("[MaxLength(0)] public string Value { get; set; } = \"\";", "HM0011: 0 is no length.")]
    [InlineData("[Precision(1001)] public decimal Value { get; set; }", "HM0011: The type 'numeric' takes no precision of 1001.")]
    [InlineData("[Precision(7)] public DateTime Value { get; set; }", "HM0011: The type 'timestamp with time zone' takes no precision of 7.")]
    [InlineData("[Precision(4, 2)] public DateTime Value { get; set; }", "HM0011: The type 'timestamp with time zone' takes no precision of 4 and scale of 2.")]
    [InlineData("[Precision(4)] public int Value { get; set; }", "HM0011: The type 'integer' takes no precision of 4.")]
    [InlineData("[Column(TypeName = \"nvarchar(50)\")] public string Value { get; set; } = \"\";", "HM0018: 'nvarchar(50)' is no type of PostgreSQL; use 'character varying'.")]
    [InlineData("[Column(TypeName = \"varchar(\")] public string Value { get; set; } = \"\";", "HM0018: 'varchar(' is no type of PostgreSQL.")]
    [InlineData("[Column(TypeName = \"uniqueidentifier\")] public Guid Value { get; set; }", "HM0018: 'uniqueidentifier' is no type of PostgreSQL; use 'uuid'.")]
    public void A_length_precision_or_type_name_that_PostgreSQL_lacks_is_a_problem(string property, string expected) =>
        Assert.Equal(expected, ModelProblems.Of($"[Table(\"things\")] class Thing {{ public int Id {{ get; set; }} {property} }}"));

    private static Column ColumnOf(string attribute, string type) =>
        GeneratorRun.Of(Model(attribute, type)).Table.FindColumn("value")!;

    private static string Model(string attribute, string type) =>
        $$"""
        #nullable enable
        #pragma warning disable
        [Table("things")]
        public class Thing
        {
            public int Id { get; set; }
            {{attribute}} public {{type}} Value { get; set; } = default!;
        }

        public class Other { public int X { get; set; } }
        public enum Number { One, Two }
        public enum Small : byte { One }
        public enum Big : long { One }
        [PostgresEnum] public enum Status { Active }
        [EnumStorage(EnumStorage.Text)] public enum Named { One }
        """;
}
