using System.Globalization;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Types that change under rows.</summary>
public sealed class TypeChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["6 varchar to text with default"] = Column("varchar(10) DEFAULT 'x'", "text DEFAULT 'x'", "'a'"),
        ["7 text DEFAULT to integer DEFAULT"] = Column("text DEFAULT 'X'", "integer DEFAULT 8", "'5'"),
        ["39 varchar grows"] = Column("varchar(6)", "varchar(12)", "'a'"),
        ["39 text to varchar"] = Column("text", "varchar(5)", "'a'"),
        ["39 integer to varchar"] = Column("integer", "varchar(11)", "5", "NULL"),
        ["varchar to integer"] = Column("varchar(11)", "integer", "'5'"),
        ["39 bigint to integer"] = Column("bigint", "integer", "5"),
        ["39 integer to numeric"] = Column("integer", "numeric(10,2)", "5"),
        ["39 numeric scale"] = Column("numeric(10,2)", "numeric(12,3)", "5.25"),
        ["numeric to numeric without scale"] = Column("numeric(10,2)", "numeric", "5.25"),
        ["39 timestamp to timestamptz"] = Column("timestamp", "timestamptz", "'2020-01-01 10:00'"),
        ["timestamp precision goes"] = Column("timestamp(3)", "timestamp", "'2020-01-01 10:00'"),
        ["integer to boolean"] = Column("integer", "boolean", "1", "0"),
        ["smallint to boolean"] = Column("smallint DEFAULT 1", "boolean DEFAULT true", "1", "0"),
        ["boolean to bigint"] = Column("boolean", "bigint", "true", "false"),
        ["json to jsonb"] = Column("json", "jsonb", "'{}'"),
        ["jsonb to text"] = Column("jsonb", "text", "'{}'"),
        ["text to jsonb with default"] = Column("text DEFAULT '{}'", "jsonb DEFAULT '{}'", "'{}'"),
        ["text to uuid"] = Column("text", "uuid", "'00000000-0000-0000-0000-000000000001'"),
        ["uuid to text"] = Column("uuid DEFAULT gen_random_uuid()", "text DEFAULT gen_random_uuid()", "'00000000-0000-0000-0000-000000000001'"),
        ["integer to integer array"] = Column("integer", "integer[]", "1") with { Survives = null },
        ["boolean to integer array"] = Column("boolean", "integer[]", "true") with { Survives = null },
        ["integer array to text array"] = Column("integer[]", "text[]", "'{1,2}'"),
        ["json array to jsonb array"] = Column("json[]", "jsonb[]", "'{1,2}'") with { Survives = null },
        ["integer array to bigint array"] = Column("integer[]", "bigint[]", "'{1,2}'"),
        ["text array to integer array"] = Column("text[] DEFAULT '{}'", "integer[] DEFAULT '{}'", "'{1,2}'"),
        ["date to timestamptz"] = Column("date", "timestamptz", "'2020-01-01'"),
        ["timestamp to time"] = Column("timestamp", "time", "'2020-01-01 10:00'") with { Survives = null },
        ["NOT NULL timestamp to time"] = Column("timestamp NOT NULL", "time NOT NULL", "'2020-01-01 10:00'") with { Survives = null },
        ["inet to cidr"] = Column("inet", "cidr", "'10.0.0.0/8'"),
        ["money to numeric"] = Column("money", "numeric(10,2)", "5"),
        ["bigint to money"] = Column("bigint", "money", "5"),
        ["jsonb to integer"] = Column("jsonb", "integer", "'5'"),
        ["11 collation"] = Column("text", "text COLLATE \"C\"", "'5'"),
        ["12 serial to bigserial"] = Column("integer", "bigint", "5"),
        ["34 check and partial index on the column"] = new(
            """
            CREATE TABLE t (a varchar(5), CONSTRAINT k CHECK (a <> '9'));
            CREATE INDEX i ON t (a) WHERE a = '1';
            """,
            """
            CREATE TABLE t (a text, CONSTRAINT k CHECK (a <> '9'));
            CREATE INDEX i ON t (a) WHERE a = '1';
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('1');
            """,
            Survives = "SELECT * FROM t",
        },
        ["check that fits only the new type"] = new(
            """
            CREATE TABLE t (a text, CONSTRAINT k CHECK (length(a) > 0));
            """,
            """
            CREATE TABLE t (a integer, CONSTRAINT k CHECK (a > 0));
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('1');
            """,
        },
        ["operator class of the old type"] = new(
            """
            CREATE TABLE t (a text);
            CREATE INDEX i ON t (a text_pattern_ops);
            """,
            """
            CREATE TABLE t (a integer);
            CREATE INDEX i ON t (a);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('1');
            """,
        },
        ["40 key and its references grow"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
            """,
            """
            CREATE TABLE a (id bigint PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id bigint REFERENCES a);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);
            """,
            Survives = "SELECT * FROM b",
        },
        ["40 key and its references become text"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer REFERENCES a);
            """,
            """
            CREATE TABLE a (id text PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id text REFERENCES a);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);
            """,
            Survives = "SELECT * FROM b",
        },
        ["exclusion constraint on the column"] = new(
            """
            CREATE TABLE t (a int4range, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
            """,
            """
            CREATE TABLE t (a text, b int4range, CONSTRAINT x EXCLUDE USING gist (b WITH &&));
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('[1,2]');
            """,
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);

    /// <summary>A column that changes; the values in it survive the way there and back.</summary>
    private static Change Column(string from, string to, params IEnumerable<string> values) =>
        new($"CREATE TABLE t (id integer PRIMARY KEY, c {from});", $"CREATE TABLE t (id integer PRIMARY KEY, c {to});")
        {
            Rows = string.Join('\n', values.Select((value, id) => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO t (id, c) VALUES ({id}, {value});"))),
            Survives = "SELECT * FROM t",
        };
}
