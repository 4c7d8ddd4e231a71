namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>What PostgreSQL spells in its own way: a second diff must find nothing in it.</summary>
public sealed class SpellingTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["19 typed literals and time zones"] = new(
            "",
            """
            CREATE TABLE t (
                a money DEFAULT '-1.50', b interval DEFAULT '1 year 2 days 03:04:05', c interval day to second(2) DEFAULT '1:02', d numeric(12,4) DEFAULT -0.5, e numeric DEFAULT 1e-3,
                f bit(4) DEFAULT B'1010', g bit varying DEFAULT X'1f', h jsonb DEFAULT '{"b":1, "a":[]}', i json DEFAULT '{"b":1, "a":[]}', j uuid DEFAULT 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
                k timestamp DEFAULT (now() AT TIME ZONE 'utc'), l timestamptz DEFAULT timezone('utc', '2020-01-01 00:00'::timestamp), m date DEFAULT '2020-02-29', n time DEFAULT '23:59:59.5',
                o timestamptz DEFAULT CURRENT_TIMESTAMP, p timestamp(0) DEFAULT LOCALTIMESTAMP, q double precision DEFAULT 'NaN', r real DEFAULT 'Infinity', s inet DEFAULT '10.0.0.1/8', t cidr DEFAULT '10.0.0.0/8',
                u macaddr DEFAULT '08:00:2b:01:02:03', v point DEFAULT '(1,2)', w bytea DEFAULT '\x00ff', x "char" DEFAULT 'a', y name DEFAULT CURRENT_USER, z tsvector DEFAULT 'a b',
                aa char(5) DEFAULT 'ab', bb varchar(9) DEFAULT 'x', cc boolean DEFAULT 'yes', dd xml DEFAULT '<a/>', ee int4range DEFAULT '[1,5)', ff tstzrange DEFAULT 'empty', gg regclass DEFAULT 'pg_class'::regclass);
            """),
        ["20 arrays, negative numbers and quotes"] = new(
            "",
            """
            CREATE TYPE e AS ENUM ('it''s', 'b,c', '{', 'Ünï \ x');
            CREATE TABLE t (
                a integer[][] DEFAULT '{{1,-2},{3,NULL}}', b text[] DEFAULT ARRAY['a''b', '"', '\', NULL, ''], c integer[] DEFAULT ARRAY[]::integer[], d e[] DEFAULT ARRAY['b,c', '{']::e[], e e DEFAULT 'it''s',
                f integer DEFAULT -2147483648, g bigint DEFAULT -9223372036854775808, h smallint DEFAULT -1, i numeric DEFAULT - 1.50, j text DEFAULT E'a\n\t''\\', k varchar(5)[] DEFAULT '{x,y}',
                l text DEFAULT U&'\00e4\+01F600', m text DEFAULT $$dollar 'quoted'$$, n numeric(5,2)[] DEFAULT '{1.5}', o timestamptz[] DEFAULT ARRAY[now()], p integer[3] DEFAULT '{1,2,3}', q uuid[] DEFAULT '{}');
            """),
        ["29 unique constraints and indexes with all they can have"] = new(
            "CREATE TABLE t (id integer, a text, b text, n numeric);",
            """
            CREATE TABLE t (id integer, a text, b text, n numeric, j jsonb, r int4range, CONSTRAINT u UNIQUE (a, b) INCLUDE (n));
            CREATE INDEX i1 ON t (a text_ops, b COLLATE "C" text_pattern_ops DESC NULLS LAST) WHERE b NOT IN ('z', 'a', 'm') AND n IN (3, 1, 2);
            CREATE INDEX i2 ON t USING brin (id) WITH (autosummarize = on, pages_per_range = 16);
            CREATE INDEX i3 ON t USING gin (j jsonb_path_ops) WITH (fastupdate = off);
            CREATE INDEX i4 ON t USING gist (r) WITH (buffering = off);
            CREATE INDEX i5 ON t USING hash (a);
            CREATE INDEX i6 ON t USING spgist (r);
            CREATE UNIQUE INDEX i7 ON t ((lower(a)), (coalesce(b, '')), (n + 1) DESC) INCLUDE (id) WHERE a IS NOT NULL;
            CREATE INDEX i8 ON t ((j ->> 'k'), ((j -> 'a' ->> 'b')::integer), (CASE WHEN n > 0 THEN 'x' ELSE a END));
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 'b', 2);",
            Survives = "SELECT id, a, b, n FROM t",
        },
        ["35 conditions of every form, named by the server"] = new(
            "CREATE TABLE t (a integer, b text, c text[], d date, long_column_name_that_makes_the_names_of_constraints_too_long_by_far integer);",
            """
            CREATE TABLE t (a integer, b text, c text[], d date, long_column_name_that_makes_the_names_of_constraints_too_long_by_far integer,
                CHECK (a NOT IN (1, 2)), CHECK (b NOT IN ('x')), CHECK (a NOT BETWEEN 5 AND 6), CHECK (b = SOME (c)), CHECK (b <> ALL (ARRAY['p', 'q'])), CHECK ((a, b) IN ((3, 'a1'), (4, 'b'))),
                CHECK (b !~* 'z$'), CHECK (b NOT LIKE 'q%' AND b ILIKE '%1' OR b SIMILAR TO 'a_'), CHECK (a IS NOT DISTINCT FROM 3 OR b IS NULL), CHECK (b IS NOT NULL IS TRUE), CHECK (NOT (a > 9 OR a < 0) AND a <> 8),
                CHECK (CASE WHEN a > 1 THEN b <> '' ELSE true END), CHECK (extract(year FROM d) > 1900), CHECK (d >= DATE '2000-01-01' AND d < '2100-01-01'::date + interval '1 day'), CHECK (substring(b from 1 for 2) = b),
                CHECK (position('a' in b) = 1), CHECK (trim(both ' ' from b) = b), CHECK (char_length(b) BETWEEN 1 AND 5), CHECK (nullif(b, '') IS NOT NULL), CHECK (greatest(a, 1) > least(a, 0)),
                CHECK (cardinality(c) > 0 AND c[1] <> '' AND c @> ARRAY['a1']), CHECK (b COLLATE "C" > 'A'), CHECK (long_column_name_that_makes_the_names_of_constraints_too_long_by_far > 0),
                CHECK (-a < 0 AND a % 2 = 1 AND a ^ 2 < 100 AND (a # 1) >= 0), CHECK ((a::text || '!')::varchar(5) <> 'x'));
            """)
        {
            Rows = "INSERT INTO t VALUES (3, 'a1', '{a1}', '2020-01-01', 1);",
            Survives = "SELECT * FROM t",
        },
        ["35 names that collide, are cut, and are not ASCII"] = new(
            "",
            """
            CREATE SCHEMA s;
            CREATE TABLE t (a integer CHECK (a > 0) CHECK (a > 1), b integer CHECK (b > 0 AND a > b), UNIQUE (a), UNIQUE (a, b));
            CREATE TABLE s.t (a integer CHECK (a > 0) UNIQUE REFERENCES t (a));
            CREATE TABLE "Ünïcödé_ünïcödé_ünïcödé_ünïcödé_ünïcö" (
                "çölümn_çölümn_çölümn_çölümn_çölümn" integer CHECK ("çölümn_çölümn_çölümn_çölümn_çölümn" > 0) UNIQUE REFERENCES t (a), x serial PRIMARY KEY);
            CREATE INDEX ON "Ünïcödé_ünïcödé_ünïcödé_ünïcödé_ünïcö" ("çölümn_çölümn_çölümn_çölümn_çölümn", x);
            CREATE TABLE "😀" ("🎉 ""x"" y" integer CHECK ("🎉 ""x"" y" > 0), "a.b" text, "back\slash" text, "new
            line" text, "user" text, "check" integer UNIQUE, CONSTRAINT "select" CHECK ("check" > 0));
            """),
        ["63 bytes in an index that changes"] = new(
            """
            CREATE TABLE t (a integer, b integer);
            CREATE INDEX i23456789_123456789_123456789_123456789_123456789_123456789_123 ON t (a);
            ALTER TABLE t ADD CONSTRAINT u23456789_123456789_123456789_123456789_123456789_123456789_123 UNIQUE (a);
            """,
            """
            CREATE TABLE t (a integer, b integer);
            CREATE INDEX i23456789_123456789_123456789_123456789_123456789_123456789_123 ON t USING hash (b);
            ALTER TABLE t ADD CONSTRAINT u23456789_123456789_123456789_123456789_123456789_123456789_123 UNIQUE (b, a);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 2);",
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
