using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Enum types.</summary>
public sealed class EnumChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["new enum with column"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (id integer, m mood NOT NULL DEFAULT 'ok', ms mood[] DEFAULT '{sad}');
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["two new tables with a new enum"] = new(
            "",
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood);
            CREATE TABLE u (m mood);
            """),
        ["labels go, and a column that is called as the enum"] = new(
            """
            CREATE TYPE state AS ENUM ('a', 'b', 'c');
            CREATE TABLE t (id integer, state state, states state[] DEFAULT '{a}');
            """,
            """
            CREATE TYPE state AS ENUM ('a', 'b');
            CREATE TABLE t (id integer, states state[] NOT NULL DEFAULT '{a}');
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'c', NULL), (2, 'a', '{a,b}');
            """,
            Answers = DiffAnswers.Parse([], ["t.state"]),
            Hints = Backfill.Of("states", "'{a}'::state[]"),
        },
        ["49 append"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'glad');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('sad');
            """,
            Survives = "SELECT * FROM t",
        },
        ["49 append and use as default"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'gl''ad');
            CREATE TABLE t (m mood DEFAULT 'gl''ad');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('sad');
            """,
            Survives = "SELECT * FROM t",
        },
        ["49 insert in the middle and at both ends"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood);
            """,
            """
            CREATE TYPE mood AS ENUM ('first', 'sad', 'x', 'y', 'ok', 'happy', 'last');
            CREATE TABLE t (m mood);
            """),
        ["50 removed label"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok', ms mood[] DEFAULT '{ok}', CONSTRAINT k CHECK (m <> 'happy'));
            CREATE INDEX i ON t (m) WHERE m = 'ok';
            CREATE TABLE u (m mood PRIMARY KEY);
            """,
            """
            CREATE TYPE mood AS ENUM ('ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok', ms mood[] DEFAULT '{ok}', CONSTRAINT k CHECK (m <> 'happy'));
            CREATE INDEX i ON t (m) WHERE m = 'ok';
            CREATE TABLE u (m mood PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok', '{ok,happy}'); INSERT INTO u VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
        },
        ["50 removed label that was the default"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'sad');
            """,
            """
            CREATE TYPE mood AS ENUM ('ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
        },
        ["50 reordered labels"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood);
            """,
            """
            CREATE TYPE mood AS ENUM ('happy', 'ok', 'sad');
            CREATE TABLE t (m mood);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
        },
        ["removed label with a foreign key between enum columns"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE a (m mood PRIMARY KEY);
            CREATE TABLE b (m mood REFERENCES a);
            """,
            """
            CREATE TYPE mood AS ENUM ('ok', 'happy');
            CREATE TABLE a (m mood PRIMARY KEY);
            CREATE TABLE b (m mood REFERENCES a);
            """)
        {
            Rows = """
            INSERT INTO a VALUES ('ok'); INSERT INTO b VALUES ('ok');
            """,
            Survives = "SELECT * FROM b",
        },
        ["dropped enum and column"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (id integer, m mood NOT NULL);
            """,
            """
            CREATE TABLE t (id integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'ok');
            """,
        },
        ["52 text with default to enum"] = new(
            """
            CREATE TABLE t (m text DEFAULT 'ok');
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('sad');
            """,
            Survives = "SELECT * FROM t",
        },
        ["varchar to enum with check and index"] = new(
            """
            CREATE TABLE t (m varchar(10) NOT NULL, CONSTRAINT k CHECK (m >= 'ok'));
            CREATE INDEX i ON t (m);
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood NOT NULL, CONSTRAINT k CHECK (m >= 'ok'));
            CREATE INDEX i ON t (m);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
        },
        ["52 enum to other enum"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'ok');
            """,
            """
            CREATE TYPE state AS ENUM ('ok', 'x', 'y', 'z');
            CREATE TABLE t (m state DEFAULT 'ok');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
        },
        ["enum array to text array"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood[] DEFAULT '{ok}');
            """,
            """
            CREATE TABLE t (m text[] DEFAULT '{ok}');
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('{sad}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["enum in a schema"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE SCHEMA s;
            CREATE TYPE s."Mood" AS ENUM ('a b', 'C''d');
            CREATE TABLE t (id integer, m s."Mood" DEFAULT 'a b');
            """),
        ["51 renamed enum, label and default"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood DEFAULT 'sad', CONSTRAINT k CHECK (m <> 'sad'));
            """,
            """
            CREATE TYPE feeling AS ENUM ('blue', 'ok', 'happy');
            CREATE TABLE t (m feeling DEFAULT 'blue', CONSTRAINT k CHECK (m <> 'blue'));
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('ok');
            """,
            Survives = "SELECT * FROM t",
            Answers = DiffAnswers.Parse(["mood=feeling", "mood.sad=blue"], []),
        },
        ["label renamed to one that goes"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE t (m mood);
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'happy', 'new');
            CREATE TABLE t (m mood);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('sad');
            """,
            Answers = DiffAnswers.Parse([], ["mood.ok"]),
        },
        ["columns exchange two enums that both change"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TYPE state AS ENUM ('ok', 'x');
            CREATE TABLE a (m mood DEFAULT 'ok');
            CREATE TABLE b (m state[]);
            CREATE INDEX i ON a (m) WHERE m = 'ok';
            """,
            """
            CREATE TYPE mood AS ENUM ('ok');
            CREATE TYPE state AS ENUM ('y', 'ok');
            CREATE TABLE a (m state DEFAULT 'ok');
            CREATE TABLE b (m mood[]);
            CREATE INDEX i ON a (m) WHERE m = 'ok';
            """)
        {
            Rows = """
            INSERT INTO a VALUES ('ok'); INSERT INTO b VALUES ('{ok}');
            """,
            Survives = "SELECT * FROM a",
            Answers = DiffAnswers.Parse([], ["state.x"]),
        },
        ["comment on an enum"] = new(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            COMMENT ON TYPE mood IS 'How it is';
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
