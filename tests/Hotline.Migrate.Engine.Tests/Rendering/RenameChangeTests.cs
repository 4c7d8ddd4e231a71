using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Renames: the rows stay.</summary>
public sealed class RenameChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["table"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE people (id integer CONSTRAINT people_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
            Answers = DiffAnswers.Parse(["users=people"], []),
        },
        ["column with everything on it"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer UNIQUE CHECK (a > 0), g integer GENERATED ALWAYS AS (a * 2) STORED);
            CREATE INDEX t_a_idx ON t (a) WHERE a > 5;
            CREATE POLICY p ON t USING (a > 1);
            CREATE TABLE r (x integer REFERENCES t (a));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, "B b" integer UNIQUE CHECK ("B b" > 0), g integer GENERATED ALWAYS AS ("B b" * 2) STORED);
            CREATE INDEX t_b_idx ON t ("B b") WHERE "B b" > 5;
            CREATE POLICY p ON t USING ("B b" > 1);
            CREATE TABLE r (x integer REFERENCES t ("B b"));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 7); INSERT INTO r VALUES (7);
            """,
            Answers = DiffAnswers.Parse(["t.a=B b"], []),
            Survives = "SELECT * FROM t",
        },
        ["60 table, column and type together"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (id integer PRIMARY KEY, m mood DEFAULT 'ok');
            """,
            """
            CREATE TYPE feeling AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE s (id integer CONSTRAINT s_pkey PRIMARY KEY, f feeling DEFAULT 'ok');
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'ok');
            """,
            Answers = DiffAnswers.Parse(["t=s", "t.m=f", "mood=feeling"], []),
        },
        ["move to another schema"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, x text UNIQUE);
            """,
            """
            CREATE SCHEMA s;
            CREATE TABLE s.u (id integer, x text, CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT t_x_key UNIQUE (x));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
            Answers = DiffAnswers.Parse(["t=s.u"], []),
        },
        ["columns are exchanged in a chain"] = new(
            """
            CREATE TABLE t (a integer, b integer);
            """,
            """
            CREATE TABLE t (b integer, c integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 2);
            """,
            Hints = Backfill.Renamed(("b", "a"), ("c", "b")),
            Survives = "SELECT * FROM t",
        },
        ["old name is used again"] = new(
            """
            CREATE TABLE t (a integer, x text);
            """,
            """
            CREATE TABLE t (b integer, a date, x text);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'x');
            """,
            Hints = Backfill.Renamed(("b", "a")),
            Survives = "SELECT x FROM t",
        },
        ["old table name is used again"] = new(
            """
            CREATE TABLE t (a integer PRIMARY KEY, x text);
            """,
            """
            CREATE TABLE u (a integer, x text, CONSTRAINT t_pkey PRIMARY KEY (a));
            CREATE TABLE t (q date);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'x');
            """,
            Hints = Backfill.RenamedTable("u", "t"),
        },
        ["default names follow the table"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE t (id integer PRIMARY KEY, x integer UNIQUE REFERENCES a, CHECK (x > 0));
            CREATE INDEX ON t (x);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE s (id integer PRIMARY KEY, x integer UNIQUE REFERENCES a, CHECK (x > 0));
            CREATE INDEX ON s (x);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO t VALUES (1, 1);
            """,
            Answers = DiffAnswers.Parse(["t=s"], []),
        },
        ["two tables exchange their names"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY, one integer);
            CREATE TABLE b (id integer PRIMARY KEY, two text, three text);
            CREATE VIEW v AS SELECT one FROM a;
            """,
            """
            CREATE TABLE b (id integer PRIMARY KEY, one integer);
            CREATE TABLE a (id integer PRIMARY KEY, two text, three text);
            CREATE VIEW v AS SELECT one FROM b;
            """)
        {
            Answers = DiffAnswers.Parse(["a=b", "b=a"], []),
            Rows = "INSERT INTO a VALUES (1, 1); INSERT INTO b VALUES (1, '2', '3');",
            After = "SELECT b.one || a.two FROM a, b",
            Gives = "12",
        },
        ["two columns exchange their names, and one its type"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer, b text);
            CREATE INDEX t_a_idx ON t (a);
            CREATE VIEW v AS SELECT a, b FROM t;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, b bigint, a text);
            CREATE INDEX t_b_idx ON t (b);
            CREATE VIEW v AS SELECT b AS a, a AS b FROM t;
            """)
        {
            Answers = DiffAnswers.Parse(["t.a=b", "t.b=a"], []),
            Rows = "INSERT INTO t VALUES (1, 1, 'x');",
            After = "SELECT b || a FROM t",
            Gives = "1x",
        },
        ["a column takes the name of one that takes another"] = new(
            "CREATE TABLE t (id integer PRIMARY KEY, a integer, b text NOT NULL DEFAULT 'q', CHECK (a > 0));",
            "CREATE TABLE t (id integer PRIMARY KEY, b bigint, c varchar(9) NOT NULL DEFAULT 'q', CHECK (b > 0));")
        {
            Answers = DiffAnswers.Parse(["t.a=b", "t.b=c"], []),
            Rows = "INSERT INTO t VALUES (1, 1, 'x');",
            After = "SELECT b || c FROM t",
            Gives = "1x",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
