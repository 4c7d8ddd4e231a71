namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Types that are made of each other, with stored values: PostgreSQL cannot alter them in place.</summary>
public sealed class TypeGroupChangeTests(PostgresServer server)
{
    private const string Nested = """
        CREATE DOMAIN dk AS k CHECK ((VALUE).a IS NULL OR (VALUE).a > 0);
        CREATE TYPE o AS (k k, ks k[], n integer);
        """;

    private const string Domains = """
        CREATE DOMAIN dd AS d CHECK (VALUE < 1000) DEFAULT 3;
        CREATE TYPE k AS (x dd, y d[]);
        CREATE TABLE t (id integer PRIMARY KEY, a d, b d[], c dd, e k, f dd[]);
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["field of a composite type in columns, arrays, domains and other types"] = new(
            $"""
            CREATE TYPE k AS (a integer, b text, c timestamp);
            {Nested}
            CREATE TABLE t (id integer PRIMARY KEY, k k DEFAULT ROW(1, 'x', NULL)::k, ks k[], o o, os o[], dk dk, CHECK ((k).a > 0 OR k IS NULL));
            CREATE INDEX i ON t (((k).a));
            CREATE VIEW v AS SELECT (k).a, (o).n FROM t;
            CREATE FUNCTION f(k) RETURNS integer LANGUAGE sql AS 'SELECT ($1).a';
            COMMENT ON COLUMN k.a IS 'A';
            REVOKE USAGE ON TYPE k FROM PUBLIC;
            """,
            $"""
            CREATE TYPE k AS (a bigint, b varchar(20), c timestamp, d integer);
            {Nested}
            CREATE TABLE t (id integer PRIMARY KEY, k k DEFAULT ROW(1, 'x', NULL, NULL)::k, ks k[], o o, os o[], dk dk, CHECK ((k).a > 0 OR k IS NULL));
            CREATE INDEX i ON t (((k).a));
            CREATE VIEW v AS SELECT (k).a, (o).n FROM t;
            CREATE FUNCTION f(k) RETURNS bigint LANGUAGE sql AS 'SELECT ($1).a';
            COMMENT ON COLUMN k.a IS 'A';
            REVOKE USAGE ON TYPE k FROM PUBLIC;
            """)
        {
            Rows = """
            INSERT INTO t VALUES
                (1, (1, 'a,"b', '2020-01-01'), ARRAY[(1, 'x y', NULL)::k, NULL], ((2, 'q', NULL), NULL, 3), ARRAY[((2, 'q', NULL), ARRAY[(2, '', NULL)::k], 3)::o], (1, '2', NULL)),
                (2, NULL, NULL, NULL, NULL, NULL);
            """,
            Survives = "SELECT * FROM t",
        },
        ["field whose text is not that of its new type"] = new(
            """
            CREATE TYPE k AS (a boolean, b numeric, c timestamp);
            CREATE TABLE t (id integer PRIMARY KEY, k k);
            """,
            """
            CREATE TYPE k AS (a integer, b integer, c timestamptz);
            CREATE TABLE t (id integer PRIMARY KEY, k k);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, (true, 2, '2020-01-01 10:00')), (2, NULL), (3, (NULL, NULL, NULL));",
            Survives = "SELECT id, k IS NOT DISTINCT FROM NULL, (k).a, (k).c FROM t",
        },
        ["condition on a domain inside other types"] = new(
            $"""
            CREATE DOMAIN d AS integer;
            {Domains}
            """,
            $"""
            CREATE DOMAIN d AS integer CHECK (VALUE > 0);
            {Domains}
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 1, '{1,2}', 3, (4, '{1}'), '{5}');",
            Survives = "SELECT * FROM t",
        },
        ["condition on a domain inside other types goes"] = new(
            $"""
            CREATE DOMAIN d AS integer NOT NULL CHECK (VALUE > 0);
            {Domains}
            """,
            $"""
            CREATE DOMAIN d AS integer;
            {Domains}
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 1, '{1,2}', 3, (4, '{1}'), '{5}');",
            Survives = "SELECT * FROM t",
        },
        ["type of a domain inside other types"] = new(
            $"""
            CREATE DOMAIN d AS integer CHECK (VALUE > 0);
            {Domains}
            """,
            $"""
            CREATE DOMAIN d AS bigint CHECK (VALUE > 0);
            {Domains}
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 1, '{1,2}', 3, (4, '{1}'), '{5}');",
            Survives = "SELECT * FROM t",
        },
        ["labels of an enum inside other types"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b', 'c');
            CREATE DOMAIN d AS e DEFAULT 'a' CHECK (VALUE <> 'b');
            CREATE TYPE k AS (x e, y integer);
            CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'b', d d, k k, ks k[]);
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN d AS e DEFAULT 'a' CHECK (VALUE <> 'b');
            CREATE TYPE k AS (x e, y integer);
            CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'b', d d, k k, ks k[]);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'b', 'a', ('a', 1), ARRAY[('b', 2)::k]), (2, NULL, NULL, NULL, NULL);",
            Survives = "SELECT * FROM t",
        },
        ["in partitions and in tables that inherit"] = new(
            """
            CREATE TYPE k AS (a integer);
            CREATE TABLE t (id integer, k k) PARTITION BY LIST (id);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE TABLE p (id integer, k k DEFAULT ROW(1)::k);
            CREATE TABLE c (z integer) INHERITS (p);
            """,
            """
            CREATE TYPE k AS (a text);
            CREATE TABLE t (id integer, k k) PARTITION BY LIST (id);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            CREATE TABLE p (id integer, k k DEFAULT ROW(1)::k);
            CREATE TABLE c (z integer) INHERITS (p);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, ROW(1)); INSERT INTO p VALUES (1); INSERT INTO c (id) VALUES (3);",
            Survives = "SELECT id, k FROM t UNION ALL SELECT id, k FROM p",
        },
        ["type that only functions and materialized views have"] = new(
            """
            CREATE TYPE k AS (a integer, b text);
            CREATE TABLE t (id integer PRIMARY KEY);
            CREATE FUNCTION f(integer) RETURNS k LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, ''x'')::public.k';
            CREATE MATERIALIZED VIEW m AS SELECT f(id) AS k FROM t;
            CREATE VIEW v AS SELECT (k).a FROM m;
            """,
            """
            CREATE TYPE k AS (a bigint, b text);
            CREATE TABLE t (id integer PRIMARY KEY);
            CREATE FUNCTION f(integer) RETURNS k LANGUAGE sql IMMUTABLE AS 'SELECT ROW(1, ''x'')::public.k';
            CREATE MATERIALIZED VIEW m AS SELECT f(id) AS k FROM t;
            CREATE VIEW v AS SELECT (k).a FROM m;
            """)
        {
            Rows = "INSERT INTO t VALUES (1);",
        },
        ["ranges"] = new(
            "CREATE TABLE t (id integer PRIMARY KEY, r int4range, EXCLUDE USING gist (r WITH &&));",
            "CREATE TABLE t (id integer PRIMARY KEY, r int8range, EXCLUDE USING gist (r WITH &&));")
        {
            Rows = "INSERT INTO t VALUES (1, '[1,5)'), (2, NULL), (3, '[7,)');",
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
