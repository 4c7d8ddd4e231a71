namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Scenario 60: grants, revokes and default privileges.</summary>
public sealed class PrivilegeChangeTests(PostgresServer server)
{
    private const string Roles = """
        DO $$ BEGIN CREATE ROLE "Odd ""Role"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        """;

    private const string Objects = $"""
        {Roles}
        CREATE SCHEMA s;
        CREATE SEQUENCE q;
        CREATE DOMAIN d AS text;
        CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text, b text);
        CREATE TABLE s."T 2" (id serial);
        """;

    private const string Defaults = """
        ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
        ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT ON TABLES TO reader WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO "Odd ""Role";
        ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO reader;
        """;

    private const string Typed = """
        CREATE FUNCTION one(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
        CREATE FUNCTION two(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 2';
        """;

    private const string Granted = """
        REVOKE ALL ON TYPE d, e FROM PUBLIC;
        REVOKE ALL ON FUNCTION n() FROM PUBLIC;
        GRANT USAGE ON TYPE d, e TO reader;
        GRANT EXECUTE ON FUNCTION n() TO reader;
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["60 grants come on every kind"] = new(
            Objects,
            $"""
            {Objects}
            GRANT SELECT, INSERT ON t TO reader;
            GRANT UPDATE (a, b) ON t TO "Odd ""Role" WITH GRANT OPTION;
            GRANT SELECT ON t TO PUBLIC;
            GRANT ALL ON s."T 2" TO "Odd ""Role";
            GRANT USAGE, SELECT ON SEQUENCE q TO reader;
            GRANT USAGE ON SEQUENCE s."T 2_id_seq" TO reader;
            GRANT USAGE ON SCHEMA s TO reader;
            GRANT CREATE ON SCHEMA s TO "Odd ""Role" WITH GRANT OPTION;
            REVOKE USAGE ON TYPE d FROM PUBLIC;
            GRANT USAGE ON TYPE d TO reader;
            """)
        {
            Rows = """
            INSERT INTO t (a) VALUES ('x');
            """,
            Survives = "SELECT * FROM t",
        },
        ["60 grants change"] = new(
            $"""
            {Objects}
            GRANT SELECT, INSERT ON t TO reader;
            GRANT DELETE ON t TO reader WITH GRANT OPTION;
            GRANT SELECT (a), UPDATE (a, b) ON t TO "Odd ""Role";
            REVOKE USAGE ON TYPE d FROM PUBLIC;
            """,
            $"""
            {Objects}
            GRANT SELECT ON t TO reader WITH GRANT OPTION;
            GRANT DELETE ON t TO reader;
            GRANT SELECT (a, b), UPDATE (b) ON t TO "Odd ""Role";
            GRANT USAGE ON TYPE d TO reader;
            """),
        ["60 a grant on the table goes, that on a column stays"] = new(
            $"""
            {Objects}
            GRANT SELECT ON t TO reader;
            GRANT SELECT (a) ON t TO reader;
            """,
            $"""
            {Objects}
            GRANT SELECT (a) ON t TO reader;
            """),
        ["60 grants go with what they are on, and with a column"] = new(
            $"""
            {Objects}
            GRANT SELECT ON s."T 2" TO reader;
            GRANT USAGE ON SEQUENCE s."T 2_id_seq" TO reader;
            GRANT USAGE ON SCHEMA s TO reader;
            GRANT SELECT (a, b) ON t TO reader;
            ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO reader;
            """,
            $"""
            {Roles}
            CREATE SEQUENCE q;
            CREATE DOMAIN d AS text;
            CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text);
            GRANT SELECT (a) ON t TO reader;
            """),
        ["60 grants on a column that is made anew come again"] = new(
            $"""
            {Roles}
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
            GRANT SELECT (a, b) ON t TO reader;
            """,
            $"""
            {Roles}
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 2) STORED);
            GRANT SELECT (a, b) ON t TO reader;
            """),
        ["60 grants follow a renamed table and column"] = new(
            $"""
            {Roles}
            CREATE TABLE t (id serial, a integer, b text, c text);
            GRANT SELECT (a, b), INSERT ON t TO reader;
            GRANT USAGE ON SEQUENCE t_id_seq TO reader;
            """,
            $"""
            {Roles}
            CREATE TABLE u (id serial, z integer, b text, c text);
            GRANT SELECT (b, z), INSERT ON u TO reader;
            GRANT USAGE ON SEQUENCE u_id_seq TO reader;
            """)
        {
            Hints = table => Backfill.Renamed(("z", "a"))(Backfill.RenamedTable("u", "t")(table)),
        },
        ["60 default privileges come, for objects made later only"] = new(
            Roles,
            $"""
            {Objects}
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES FOR ROLE "Odd ""Role" IN SCHEMA s GRANT USAGE ON SEQUENCES TO reader WITH GRANT OPTION;
            """),
        ["60 default privileges change"] = new(
            $"""
            {Roles}
            ALTER DEFAULT PRIVILEGES GRANT SELECT, DELETE ON TABLES TO reader;
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO reader;
            """,
            $"""
            {Roles}
            ALTER DEFAULT PRIVILEGES GRANT INSERT, SELECT ON TABLES TO reader;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "Odd ""Role";
            """),
        ["60 what is made under default privileges has what is said of it"] = new(
            $"""
            {Roles}
            {Defaults}
            """,
            $"""
            {Roles}
            {Defaults}
            CREATE SCHEMA x;
            CREATE TABLE t (id serial PRIMARY KEY);
            CREATE TABLE x.i (id integer);
            CREATE VIEW v AS SELECT 1 AS a;
            CREATE TYPE e AS ENUM ('a');
            CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION g() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            REVOKE ALL ON v, x.i FROM reader;
            REVOKE ALL ON SCHEMA x FROM reader;
            GRANT USAGE ON TYPE e TO PUBLIC;
            GRANT EXECUTE ON FUNCTION f() TO PUBLIC;
            GRANT EXECUTE ON PROCEDURE p() TO reader;
            """),
        ["60 what is made anew under default privileges has what it had"] = new(
            $"""
            {Roles}
            CREATE TABLE t (id integer, a integer);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """,
            $"""
            {Roles}
            CREATE TABLE t (id integer, a bigint);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
            {Defaults}
            """),
        ["60 grants on types and aggregates that are made anew"] = new(
            $"""
            {Roles}
            {Typed}
            CREATE TYPE e AS ENUM ('a', 'b');
            CREATE DOMAIN d AS integer;
            CREATE TABLE t (e e DEFAULT 'a', d d);
            CREATE AGGREGATE n(*) (SFUNC = one, STYPE = integer, INITCOND = '0');
            {Granted}
            """,
            $"""
            {Roles}
            {Typed}
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE DOMAIN d AS bigint;
            CREATE TABLE t (e e DEFAULT 'a', d d);
            CREATE AGGREGATE n(*) (SFUNC = two, STYPE = integer, INITCOND = '0');
            {Granted}
            """)
        {
            Rows = "INSERT INTO t VALUES ('a', 1);",
            Survives = "SELECT * FROM t",
        },
        ["60 comment and grants on the schema public"] = new(
            $"""
            {Roles}
            CREATE TABLE t (id integer);
            """,
            $"""
            {Roles}
            CREATE TABLE t (id integer);
            COMMENT ON SCHEMA public IS 'ours';
            GRANT CREATE ON SCHEMA public TO reader;
            REVOKE USAGE ON SCHEMA public FROM PUBLIC;
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
