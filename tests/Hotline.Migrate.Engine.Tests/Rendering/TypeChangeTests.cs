namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Types that change under rows.</summary>
public sealed class TypeChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["6 varchar to text with default"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(10) DEFAULT 'x');
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text DEFAULT 'x');
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 'a');
            """,
            Survives = "SELECT * FROM t",
        },
        ["7 text DEFAULT to integer DEFAULT"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text DEFAULT 'X');
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer DEFAULT 8);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '5');
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 varchar grows"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(6));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(12));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 'a');
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 text to varchar"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(5));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 'a');
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 integer to varchar"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(11));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            INSERT INTO t (id, c) VALUES (1, NULL);
            """,
            Survives = "SELECT * FROM t",
        },
        ["varchar to integer"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c varchar(11));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '5');
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 bigint to integer"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c bigint);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 integer to numeric"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric(10,2));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 numeric scale"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric(10,2));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric(12,3));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5.25);
            """,
            Survives = "SELECT * FROM t",
        },
        ["numeric to numeric without scale"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric(10,2));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5.25);
            """,
            Survives = "SELECT * FROM t",
        },
        ["39 timestamp to timestamptz"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamp);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamptz);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '2020-01-01 10:00');
            """,
            Survives = "SELECT * FROM t",
        },
        ["timestamp precision goes"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamp(3));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamp);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '2020-01-01 10:00');
            """,
            Survives = "SELECT * FROM t",
        },
        ["integer to boolean"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c boolean);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 1);
            INSERT INTO t (id, c) VALUES (1, 0);
            """,
            Survives = "SELECT * FROM t",
        },
        ["smallint to boolean"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c smallint DEFAULT 1);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c boolean DEFAULT true);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 1);
            INSERT INTO t (id, c) VALUES (1, 0);
            """,
            Survives = "SELECT * FROM t",
        },
        ["boolean to bigint"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c boolean);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c bigint);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, true);
            INSERT INTO t (id, c) VALUES (1, false);
            """,
            Survives = "SELECT * FROM t",
        },
        ["json to jsonb"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c json);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c jsonb);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '{}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["jsonb to text"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c jsonb);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '{}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["text to jsonb with default"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text DEFAULT '{}');
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c jsonb DEFAULT '{}');
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '{}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["text to uuid"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c uuid);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '00000000-0000-0000-0000-000000000001');
            """,
            Survives = "SELECT * FROM t",
        },
        ["uuid to text"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c uuid DEFAULT gen_random_uuid());
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text DEFAULT gen_random_uuid());
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '00000000-0000-0000-0000-000000000001');
            """,
            Survives = "SELECT * FROM t",
        },
        ["integer to integer array"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer[]);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 1);
            """,
        },
        ["integer array to bigint array"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer[]);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c bigint[]);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '{1,2}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["text array to integer array"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text[] DEFAULT '{}');
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer[] DEFAULT '{}');
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '{1,2}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["date to timestamptz"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c date);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamptz);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '2020-01-01');
            """,
            Survives = "SELECT * FROM t",
        },
        ["timestamp to time"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamp);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c time);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '2020-01-01 10:00');
            """,
        },
        ["NOT NULL timestamp to time"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c timestamp NOT NULL);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c time NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '2020-01-01 10:00');
            """,
        },
        ["inet to cidr"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c inet);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c cidr);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '10.0.0.0/8');
            """,
            Survives = "SELECT * FROM t",
        },
        ["money to numeric"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c money);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c numeric(10,2));
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            """,
            Survives = "SELECT * FROM t",
        },
        ["bigint to money"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c bigint);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c money);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            """,
            Survives = "SELECT * FROM t",
        },
        ["jsonb to integer"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c jsonb);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '5');
            """,
            Survives = "SELECT * FROM t",
        },
        ["11 collation"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c text COLLATE "C");
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, '5');
            """,
            Survives = "SELECT * FROM t",
        },
        ["12 serial to bigserial"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, c bigint);
            """)
        {
            Rows = """
            INSERT INTO t (id, c) VALUES (0, 5);
            """,
            Survives = "SELECT * FROM t",
        },
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
}
