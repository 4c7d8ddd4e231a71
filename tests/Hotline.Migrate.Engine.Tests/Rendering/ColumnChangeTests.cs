using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Columns that come, go and change.</summary>
public sealed class ColumnChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["1 nullable column"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer, nick text);
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
            Survives = "SELECT id, email, age FROM users",
        },
        ["1 column with constant default"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer, state text NOT NULL DEFAULT 'new');
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
        },
        ["1 column with volatile default"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer, key uuid NOT NULL DEFAULT gen_random_uuid());
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
        },
        ["2 NOT NULL column with backfill"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer, nick text NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
            Hints = Backfill.Of("nick", "email || age::text"),
        },
        ["guide: full name from two columns that go"] = new(
            """
            CREATE TABLE users (id integer PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL);
            """,
            """
            CREATE TABLE users (id integer PRIMARY KEY, full_name text NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO users VALUES (1, 'Ada', 'Lovelace');
            """,
            Answers = DiffAnswers.Parse([], ["users.first_name", "users.last_name"]),
            Hints = Backfill.Of("full_name", "first_name || ' ' || last_name"),
        },
        ["4 column in the middle"] = new(
            """
            CREATE TABLE t (a integer, c integer);
            """,
            """
            CREATE TABLE t (a integer, b integer, c integer);
            """),
        ["dropped column"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g;
            """,
        },
        ["dropped NOT NULL column of each kind"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, c0 smallint NOT NULL, c1 bigint NOT NULL, c2 numeric(5,2) NOT NULL, c3 real NOT NULL, c4 boolean NOT NULL, c5 text NOT NULL, c6 varchar(10) NOT NULL, c7 char(3) NOT NULL, c8 uuid NOT NULL, c9 date NOT NULL, c10 timestamp NOT NULL, c11 timestamptz NOT NULL, c12 time NOT NULL, c13 interval NOT NULL, c14 json NOT NULL, c15 jsonb NOT NULL, c16 bytea NOT NULL, c17 integer[] NOT NULL, c18 inet NOT NULL, c19 cidr NOT NULL, c20 macaddr NOT NULL, c21 bit(3) NOT NULL, c22 varbit NOT NULL, c23 money NOT NULL, c24 int4range NOT NULL, c25 tsvector NOT NULL, c26 xml NOT NULL, c27 point NOT NULL);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 1,1,1,1,true,'','','','00000000-0000-0000-0000-000000000001',now(),now(),now(),now(),'1 day','{}','{}','','{}','1.1.1.1','1.1.1.1/32','01:01:01:01:01:01','111','1',1,'[1,2]','','<x/>','(1,1)');
            """,
        },
        ["dropped key column"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, code text NOT NULL UNIQUE, n bigint NOT NULL, u uuid NOT NULL, v varchar(12) NOT NULL, CONSTRAINT n_key UNIQUE (n), CONSTRAINT u_key UNIQUE (u), CONSTRAINT v_key UNIQUE (v));
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO t SELECT g, g, g, gen_random_uuid(), g FROM generate_series(1,4) g;
            """,
        },
        ["dropped foreign key column"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer NOT NULL REFERENCES a);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1), (2); INSERT INTO b VALUES (1, 1), (2, 2);
            """,
        },
        ["24 dropped column with its index, unique, check and foreign key"] = new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, x integer UNIQUE REFERENCES a, y integer, CHECK (x > 0), CHECK (x > y));
            CREATE INDEX i ON b (x, y);
            CREATE INDEX j ON b (y) WHERE x > 1;
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id integer PRIMARY KEY, y integer);
            """)
        {
            Rows = """
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1, 0);
            """,
        },
        ["dropped column with the generated one that uses it"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 2);
            """,
        },
        ["13 SET NOT NULL with backfill"] = new(
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer);
            """,
            """
            CREATE TABLE users (id integer CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, age integer NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO users SELECT g, 'u' || g, g FROM generate_series(1, 5) g; INSERT INTO users VALUES (9, 'x');
            """,
            Hints = Backfill.Of("age", "0"),
            Survives = "SELECT id, email FROM users",
        },
        ["14 SET NOT NULL with a check that says so"] = new(
            """
            CREATE TABLE t (a integer, CONSTRAINT k CHECK (a IS NOT NULL));
            """,
            """
            CREATE TABLE t (a integer NOT NULL);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["15 NOT NULL DEFAULT to nullable"] = new(
            """
            CREATE TABLE t (a integer NOT NULL DEFAULT 3);
            """,
            """
            CREATE TABLE t (a integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["15 nullable to NOT NULL DEFAULT"] = new(
            """
            CREATE TABLE t (a integer);
            """,
            """
            CREATE TABLE t (a integer NOT NULL DEFAULT 3);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1), (NULL);
            """,
        },
        ["DROP NOT NULL"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'x');
            """,
            Survives = "SELECT * FROM t",
        },
        ["default comes, changes and goes"] = new(
            """
            CREATE TABLE t (a integer, b integer DEFAULT 1, c integer DEFAULT 2);
            """,
            """
            CREATE TABLE t (a integer DEFAULT 5, b integer DEFAULT 7, c integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
            Survives = "SELECT * FROM t",
        },
        ["19 typed defaults"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE TABLE t (id integer, m money DEFAULT 1.5, i interval DEFAULT '1 day', n numeric(5,2) DEFAULT 1.50, b bit(3) DEFAULT B'101', j jsonb DEFAULT '{"a": 1}', u uuid DEFAULT '00000000-0000-0000-0000-000000000000',
                z timestamptz DEFAULT ('2020-01-01'::timestamp AT TIME ZONE 'UTC'), x integer[] DEFAULT ARRAY[1, -2]::integer[], y text[][] DEFAULT '{{a,b},{c,d}}', s text DEFAULT 'it''s', neg integer DEFAULT -5);
            """),
        ["5 integer to serial"] = new(
            """
            CREATE TABLE t (id integer NOT NULL, b integer);
            """,
            """
            CREATE SEQUENCE t_id_seq AS integer;
            CREATE TABLE t (id integer NOT NULL DEFAULT nextval('t_id_seq'), b integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 1);
            """,
        },
        ["5 serial to integer"] = new(
            """
            CREATE SEQUENCE t_id_seq;
            CREATE TABLE t (id integer NOT NULL DEFAULT nextval('t_id_seq'), b integer);
            """,
            """
            CREATE TABLE t (id integer NOT NULL, b integer);
            """)
        {
            Rows = """
            INSERT INTO t (b) VALUES (1);
            """,
        },
        ["3 serial column comes"] = new(
            """
            CREATE TABLE t (b integer);
            """,
            """
            CREATE SEQUENCE t_id_seq;
            CREATE TABLE t (b integer, id integer NOT NULL DEFAULT nextval('t_id_seq'));
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1), (2);
            """,
        },
        ["10 everything about one column"] = new(
            """
            CREATE TABLE "Foobar" (id integer PRIMARY KEY, "Bar" varchar(10) DEFAULT '1');
            """,
            """
            CREATE TABLE "Foobar" (id integer PRIMARY KEY, "Bar" text COLLATE "C" NOT NULL DEFAULT '2');
            """)
        {
            Rows = """
            INSERT INTO "Foobar" VALUES (1, NULL), (2, '5');
            """,
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
