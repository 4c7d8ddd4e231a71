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
        ["fields that change places at any depth"] = new(
            """
            CREATE TYPE mood AS ENUM ('ok', 'sad');
            CREATE TYPE j AS (x text, y text, m mood, on_ boolean);
            CREATE DOMAIN dj AS j CHECK ((VALUE).x <> 'y');
            CREATE DOMAIN js AS j[];
            CREATE TYPE k AS (f j, a j[], d dj, ds dj[], l js[], b text, c text, ms mood[]);
            CREATE TABLE t (id integer PRIMARY KEY, k k, ks k[], js js, n j[]);
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TYPE j AS (on_ integer, m mood, y text, x varchar(20));
            CREATE DOMAIN dj AS j CHECK ((VALUE).x <> 'y');
            CREATE DOMAIN js AS j[];
            CREATE TYPE k AS (ms mood[], c text, b text, l js[], ds dj[], d dj, a j[], f j);
            CREATE TABLE t (id integer PRIMARY KEY, k k, ks k[], js js, n j[]);
            """)
        {
            Rows = """
            INSERT INTO t (id, k) VALUES (1, (('x', 'a', 'ok', true), ARRAY[('x', 'b', 'sad', false)::j, NULL], ('x', 'c', NULL, NULL), ARRAY[('x', 'd', NULL, NULL)::dj],
                ARRAY[ARRAY[('x', 'e', NULL, NULL)::j]::js], 'B', 'C', '{ok,NULL}'));
            UPDATE t SET ks = ('[2:3][5:6]={{' || to_json(k::text) || ',NULL},{"(,,,,,,,)",' || to_json(k::text) || '}}')::k[], js = (k).a, n = '{}';
            INSERT INTO t (id) VALUES (2);
            """,
            Survives = """
            SELECT id, (k).f.x, (k).f.y, (k).f.m, (k).a[1].y, (k).a[2] IS NOT DISTINCT FROM NULL, (k).d.y, (k).ds[1].y, ((k).l[1])[1].y, (k).b, (k).c, (k).ms,
                array_dims(ks), ks[2][5].f.y, ks[2][6] IS NOT DISTINCT FROM NULL, ks[3][5] IS NOT DISTINCT FROM NULL, ks[3][6].c, js[1].y, n FROM t
            """,
            After = """
            SELECT concat_ws(' ', (k).f.x, (k).f.y, (k).f.m, (k).f.on_, (k).a[1].y, (k).a[1].on_, (k).d.y, (k).ds[1].y, ((k).l[1])[1].y, (k).b, (k).c, (k).ms, array_dims(ks),
                ks[2][5].f.y, ks[3][6].c, js[1].y, n) FROM t WHERE id = 1
            """,
            Gives = "x a ok 1 b 0 c d e B C {ok,NULL} [2:3][5:6] a C b {}",
        },
        ["column becomes an array of its type, which changes"] = new(
            """
            CREATE TYPE mood AS ENUM ('ok', 'sad', 'glad');
            CREATE TYPE e AS ENUM ('a', 'b');
            CREATE DOMAIN f AS e;
            CREATE DOMAIN level AS integer CHECK (VALUE > 0);
            CREATE TYPE pair AS (a integer, b text);
            CREATE TABLE t (id integer PRIMARY KEY, mood mood DEFAULT 'ok', level level DEFAULT 1, pair pair DEFAULT ROW(1, 'x')::pair, f f DEFAULT 'a');
            """,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN f AS e;
            CREATE DOMAIN level AS bigint;
            CREATE TYPE pair AS (b text, a bigint);
            CREATE TABLE t (id integer PRIMARY KEY, mood mood[] DEFAULT '{ok}', level level[] DEFAULT '{1}', pair pair[] DEFAULT ARRAY[ROW('x', 1)::pair], f f[] DEFAULT '{a}');
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'sad', 7, (7, 'y'), 'b');",
            Survives = "SELECT id FROM t",
        },
        ["column becomes the domain that is over its type, which changes"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b', 'c');
            CREATE DOMAIN f AS e;
            CREATE DOMAIN level AS integer;
            CREATE DOMAIN high AS level CHECK (VALUE > 5);
            CREATE TYPE pair AS (a integer, b text);
            CREATE DOMAIN duo AS pair;
            CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'a', level level DEFAULT 8, pair pair, fs f[]);
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN f AS e;
            CREATE DOMAIN level AS bigint;
            CREATE DOMAIN high AS level CHECK (VALUE > 5);
            CREATE TYPE pair AS (b text, a bigint);
            CREATE DOMAIN duo AS pair;
            CREATE TABLE t (id integer PRIMARY KEY, e f DEFAULT 'b', level high, pair duo, fs e[] DEFAULT '{a}');
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'b', 7, (7, 'y'), '{b,NULL}');",
            Survives = "SELECT id, e, level, (pair).a, (pair).b, fs FROM t",
        },
        ["columns exchange their types, which change, or get a new domain over one"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b');
            CREATE TYPE f AS ENUM ('a', 'b');
            CREATE DOMAIN k AS integer;
            CREATE DOMAIN l AS integer;
            CREATE TABLE t (id integer PRIMARY KEY, e e, f f, k k, l l, over e, under k);
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE TYPE f AS ENUM ('b', 'a');
            CREATE DOMAIN k AS bigint;
            CREATE DOMAIN l AS bigint;
            CREATE DOMAIN d AS e;
            CREATE DOMAIN m AS k;
            CREATE TABLE t (id integer PRIMARY KEY, e f[], f e, k l, l k, over d, under m);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 'b', 1, 2, 'a', 3);",
            Survives = "SELECT id, f, k, l, over, under FROM t",
            After = "SELECT e::text FROM t",
            Gives = "{NULL}",
        },
        ["column gets the type that its domain was over, and the domain is over arrays from then on"] = new(
            """
            CREATE TYPE k AS (a integer);
            CREATE DOMAIN d AS k[];
            CREATE TABLE t (id integer PRIMARY KEY, k k);
            """,
            """
            CREATE TYPE k AS (a bigint);
            CREATE DOMAIN d AS k;
            CREATE TABLE t (id integer PRIMARY KEY, k d);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, ROW(1));",
            Survives = "SELECT id FROM t",
        },
        ["arrays of a domain over arrays"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b');
            CREATE DOMAIN es AS e[];
            CREATE TABLE t (id integer PRIMARY KEY, k es[]);
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN es AS e[];
            CREATE TABLE t (id integer PRIMARY KEY, k es[]);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, ARRAY['{a,NULL}'::es]);",
            Survives = "SELECT * FROM t",
        },
        ["in tables that inherit and have a default of their own"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b');
            CREATE DOMAIN d AS integer;
            CREATE TYPE k AS (a integer);
            CREATE TABLE p (e e DEFAULT 'a', d d DEFAULT 1, k k);
            CREATE TABLE c () INHERITS (p);
            CREATE TABLE g () INHERITS (c);
            ALTER TABLE c ALTER e SET DEFAULT 'b', ALTER d SET DEFAULT 2, ALTER k SET DEFAULT ROW(2)::k;
            CREATE TABLE parts (id integer, e e) PARTITION BY LIST (id);
            CREATE TABLE part PARTITION OF parts DEFAULT;
            ALTER TABLE part ALTER e SET DEFAULT 'b';
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN d AS bigint;
            CREATE TYPE k AS (a bigint);
            CREATE TABLE p (e e DEFAULT 'a', d d DEFAULT 1, k k);
            CREATE TABLE c () INHERITS (p);
            CREATE TABLE g () INHERITS (c);
            ALTER TABLE c ALTER e SET DEFAULT 'b', ALTER d SET DEFAULT 2, ALTER k SET DEFAULT ROW(2)::k;
            CREATE TABLE parts (id integer, e e) PARTITION BY LIST (id);
            CREATE TABLE part PARTITION OF parts DEFAULT;
            ALTER TABLE part ALTER e SET DEFAULT 'b';
            """)
        {
            Rows = "INSERT INTO c DEFAULT VALUES; INSERT INTO part (id) VALUES (1);",
            Survives = "SELECT e::text, d::text, (k).a::text FROM p UNION ALL SELECT e::text, NULL, NULL FROM parts",
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
