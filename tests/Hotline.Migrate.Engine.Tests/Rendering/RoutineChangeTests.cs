namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>57: functions, procedures and aggregates, and whatever calls them.</summary>
public sealed class RoutineChangeTests(PostgresServer server)
{
    private const string Users =
        """
        CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
        CREATE FUNCTION g() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 5; END';
        CREATE DOMAIN d AS integer CHECK (f(VALUE) > 0) DEFAULT f(3);
        CREATE TABLE t (id integer PRIMARY KEY DEFAULT g(), a integer DEFAULT f(7) CHECK (f(a) > 0), b integer GENERATED ALWAYS AS (f(a)) STORED, x d);
        CREATE INDEX i ON t (f(a)) WHERE f(a) > 0;
        CREATE VIEW v AS SELECT id, f(a) AS f, b FROM t;
        CREATE VIEW w AS SELECT b FROM v;
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON t USING (f(a) > 1);
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["57 function that everything calls comes"] = new("", Users),
        ["function with a support function comes"] = new(
            "",
            """
            CREATE FUNCTION z(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'generate_series_int4_support';
            CREATE FUNCTION a(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT SUPPORT z AS 'generate_series_int4';
            """),
        ["57 function that everything calls comes to tables with rows"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer);
            """,
            Users.Replace(", x d)", ")", StringComparison.Ordinal).Replace("PRIMARY KEY DEFAULT g()", "PRIMARY KEY", StringComparison.Ordinal))
        {
            Rows = "INSERT INTO t VALUES (1, 1), (2, 2);",
            Survives = "SELECT id, a FROM t",
        },
        ["57 body changes in place"] = new(Users, Users.Replace("a + 1", "a + 2", StringComparison.Ordinal).Replace("RETURN 5", "RETURN 6", StringComparison.Ordinal)),
        ["57 return type changes under everything that calls it"] = new(
            Users,
            Users.Replace("f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 1'", "f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a + 1::bigint'", StringComparison.Ordinal)
                .Replace("g() RETURNS integer", "g() RETURNS smallint", StringComparison.Ordinal)
                .Replace("b integer GENERATED", "b bigint GENERATED", StringComparison.Ordinal))
        {
            Rows = "INSERT INTO t VALUES (1, 1), (2, 2);",
            Survives = "SELECT id, a, b, x FROM t",
        },
        ["57 name of an argument changes under everything that calls it"] = new(Users, Users.Replace("f(a integer)", "f(b integer)", StringComparison.Ordinal).Replace("'SELECT a + 1'", "'SELECT b + 1'", StringComparison.Ordinal))
        {
            Rows = "INSERT INTO t VALUES (1, 1), (2, 2);",
            Survives = "SELECT id, a, b, x FROM t",
        },
        ["57 argument type changes"] = new(
            Users,
            Users.Replace("f(a integer)", "f(a bigint)", StringComparison.Ordinal).Replace("'SELECT a + 1'", "'SELECT a::integer + 1'", StringComparison.Ordinal)),
        ["57 overloads by their signature"] = new(
            """
            CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 2';
            CREATE FUNCTION f(text[]) RETURNS integer LANGUAGE sql AS 'SELECT 2';
            COMMENT ON FUNCTION f(text) IS 'T';
            """,
            """
            CREATE FUNCTION f(text) RETURNS integer LANGUAGE sql AS 'SELECT 3';
            CREATE FUNCTION f(integer) RETURNS text LANGUAGE sql AS 'SELECT f(''x''::text)::text';
            CREATE FUNCTION f(bigint) RETURNS integer LANGUAGE sql AS 'SELECT 4';
            COMMENT ON FUNCTION f(text) IS 'U';
            COMMENT ON FUNCTION f(bigint) IS 'B';
            """),
        ["57 attributes"] = new(
            """
            CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION g() RETURNS SETOF integer LANGUAGE sql STABLE STRICT LEAKPROOF PARALLEL SAFE COST 7 ROWS 9 SECURITY DEFINER SET search_path = 'public' AS 'SELECT 1';
            CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql AS 'BEGIN a := 1; END';
            """,
            """
            CREATE FUNCTION f(a integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE STRICT LEAKPROOF PARALLEL RESTRICTED COST 3 SET work_mem = '1MB' AS 'SELECT 1';
            CREATE FUNCTION g() RETURNS SETOF integer LANGUAGE sql AS 'SELECT 1';
            CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN a := 2; END';
            """),
        ["57 default of an argument goes"] = new(
            """
            CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE VIEW v AS SELECT f() AS f;
            """,
            """
            CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE VIEW v AS SELECT f(2) AS f;
            """),
        ["57 function becomes a procedure"] = new(
            "CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';",
            "CREATE PROCEDURE f(a integer) LANGUAGE sql AS 'SELECT 1';"),
        ["57 row type of a table"] = new(
            "",
            """
            CREATE TABLE z (id integer);
            CREATE FUNCTION a(z) RETURNS integer LANGUAGE sql AS 'SELECT $1.id';
            CREATE FUNCTION b() RETURNS SETOF z LANGUAGE sql AS 'SELECT * FROM z';
            CREATE FUNCTION c() RETURNS TABLE (r z, n integer) LANGUAGE sql AS 'SELECT z, 1 FROM z';
            """),
        ["57 atomic body holds its columns"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a varchar(9), b integer);
            CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT count(a) FROM t; END;
            CREATE FUNCTION other() RETURNS bigint BEGIN ATOMIC SELECT count(id) FROM t; END;
            CREATE FUNCTION g() RETURNS bigint RETURN f();
            CREATE TABLE u (n bigint DEFAULT g());
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text, c integer);
            CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT count(a) FROM t; END;
            CREATE FUNCTION other() RETURNS bigint BEGIN ATOMIC SELECT count(id) FROM t; END;
            CREATE FUNCTION g() RETURNS bigint RETURN f();
            CREATE TABLE u (n bigint DEFAULT g());
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2); INSERT INTO u VALUES (1);",
            Answers = Hotline.Migrate.Diffing.DiffAnswers.Parse([], ["t.b"]),
            Survives = "SELECT id, a FROM t",
        },
        ["57 table checks itself by a function that reads it"] = new(
            "",
            """
            CREATE TABLE t (id integer PRIMARY KEY, a integer);
            CREATE FUNCTION f(x integer) RETURNS boolean BEGIN ATOMIC SELECT count(*) < x FROM t WHERE a = 1; END;
            CREATE FUNCTION next() RETURNS integer BEGIN ATOMIC SELECT max(id) FROM t; END;
            CREATE FUNCTION key(t) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
            ALTER TABLE t ADD CONSTRAINT few CHECK (f(a)), ALTER a SET DEFAULT next();
            CREATE INDEX i ON t (key(t.*));
            CREATE POLICY p ON t USING (f(a));
            """),
        ["57 body names what comes later"] = new(
            "",
            """
            SET check_function_bodies = off;
            CREATE TABLE z (id integer PRIMARY KEY);
            CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM v';
            CREATE VIEW v AS SELECT id, 1 AS one FROM z;
            CREATE FUNCTION b(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE OR REPLACE FUNCTION c(n integer) RETURNS integer LANGUAGE sql AS 'SELECT b(n)';
            CREATE OR REPLACE FUNCTION b(n integer) RETURNS integer LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN c(n - 1) END';
            """),
        ["57 body reads an added column"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(id) FROM t';
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, added text);
            CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(added) FROM t';
            """),
        ["57 variables of a type that comes too"] = new(
            "",
            """
            CREATE TYPE e AS ENUM ('a');
            CREATE TABLE z (e e);
            CREATE FUNCTION a() RETURNS void LANGUAGE plpgsql AS 'DECLARE x e; y z%ROWTYPE; k z.e%TYPE; BEGIN END';
            """),
        ["57 aggregate with its functions"] = new(
            """
            CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $2';
            CREATE AGGREGATE total(integer) (SFUNC = add, STYPE = integer);
            CREATE VIEW v AS SELECT total(n) FROM generate_series(1, 3) AS n;
            """,
            """
            CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $2';
            CREATE FUNCTION double(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 2';
            CREATE AGGREGATE total(integer) (SFUNC = add, STYPE = integer, FINALFUNC = double, INITCOND = '0');
            CREATE VIEW v AS SELECT total(n) FROM generate_series(1, 3) AS n;
            COMMENT ON AGGREGATE total(integer) IS 'T';
            """),
        ["57 enum made anew that functions take"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b', 'c');
            CREATE FUNCTION f(e) RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT $1';
            CREATE TABLE t (e e DEFAULT 'a', s text DEFAULT ('a'::e)::text, CHECK (f(e) <> 'b'));
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE FUNCTION f(e) RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT $1';
            CREATE TABLE t (e e DEFAULT 'a', s text DEFAULT ('a'::e)::text, CHECK (f(e) <> 'b'));
            """)
        {
            Rows = "INSERT INTO t VALUES ('a');",
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
