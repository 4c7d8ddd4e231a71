namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>What hangs on an object that is made anew: its grants, comments, indexes, triggers and policies come again.</summary>
public sealed class KeptPrivilegeTests(PostgresServer server)
{
    private const string Roles = """
        DO $$ BEGIN CREATE ROLE "Odd ""Role"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        """;

    private const string Views = $"""
        {Roles}
        CREATE TABLE t (id integer PRIMARY KEY, name varchar(10), age integer);
        CREATE VIEW v AS SELECT id, name FROM t;
        CREATE VIEW w WITH (security_barrier = true) AS SELECT name FROM v;
        CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT name FROM w;
        CREATE UNIQUE INDEX m_name ON m (name);
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
        GRANT SELECT, INSERT ON v TO reader WITH GRANT OPTION;
        GRANT SELECT (name) ON w TO "Odd ""Role";
        GRANT SELECT ON m TO PUBLIC;
        COMMENT ON VIEW w IS 'W';
        COMMENT ON COLUMN v.name IS 'N';
        COMMENT ON TRIGGER g ON v IS 'G';
        """;

    private const string CommentedKinds = """
        CREATE SCHEMA "s.x";
        CREATE EXTENSION citext;
        CREATE COLLATION c (provider = libc, locale = 'C');
        CREATE TYPE e AS ENUM ('a');
        CREATE TYPE k AS (a integer, b text);
        CREATE TYPE r AS RANGE (SUBTYPE = integer);
        CREATE DOMAIN d AS integer CONSTRAINT positive CHECK (VALUE > 0);
        CREATE SEQUENCE q;
        CREATE TABLE "s.x"."T ""1" ("a.b" integer CONSTRAINT "k.k" PRIMARY KEY, b text CONSTRAINT u UNIQUE, CONSTRAINT h CHECK (b <> ''));
        CREATE INDEX "i.i" ON "s.x"."T ""1" (b);
        CREATE STATISTICS st ON "a.b", b FROM "s.x"."T ""1";
        CREATE FUNCTION f(a integer DEFAULT 1, VARIADIC b text[] DEFAULT '{}') RETURNS integer LANGUAGE sql AS 'SELECT a';
        CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql AS 'BEGIN END';
        CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
        CREATE AGGREGATE total(integer) (SFUNC = add, STYPE = integer);
        CREATE TRIGGER g BEFORE INSERT ON "s.x"."T ""1" FOR EACH ROW EXECUTE FUNCTION tf();
        CREATE RULE ru AS ON DELETE TO "s.x"."T ""1" DO INSTEAD NOTHING;
        CREATE POLICY po ON "s.x"."T ""1" USING (true);
        CREATE VIEW v AS SELECT "a.b" FROM "s.x"."T ""1";
        CREATE MATERIALIZED VIEW m AS SELECT b FROM "s.x"."T ""1";
        CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION ef();
        CREATE PUBLICATION pu;
        CREATE FOREIGN DATA WRAPPER w;
        CREATE SERVER se FOREIGN DATA WRAPPER w;
        CREATE FOREIGN TABLE ft (a integer) SERVER se;
        """;

    private static readonly string[] Commented =
    [
        """SCHEMA "s.x" """, "COLLATION c", "TYPE e", "TYPE k", "COLUMN k.b", "TYPE r", "DOMAIN d", "CONSTRAINT positive ON DOMAIN d", "SEQUENCE q", """TABLE "s.x"."T ""1" """,
        """COLUMN "s.x"."T ""1"."a.b" """, """CONSTRAINT "k.k" ON "s.x"."T ""1" """, """CONSTRAINT u ON "s.x"."T ""1" """, """CONSTRAINT h ON "s.x"."T ""1" """, """INDEX "s.x"."i.i" """,
        "STATISTICS st", "FUNCTION f(integer, text[])", "PROCEDURE p(integer)", "AGGREGATE total(integer)", """TRIGGER g ON "s.x"."T ""1" """, """RULE ru ON "s.x"."T ""1" """,
        """POLICY po ON "s.x"."T ""1" """, "VIEW v", """COLUMN v."a.b" """, "MATERIALIZED VIEW m", "COLUMN m.b", "EVENT TRIGGER ev", "PUBLICATION pu", "FOREIGN DATA WRAPPER w", "SERVER se",
        "FOREIGN TABLE ft", "COLUMN ft.a",
    ];

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["55 views come again with grants, comments, indexes and triggers"] = new(
            Views,
            Views.Replace("name varchar(10)", "name text", StringComparison.Ordinal))
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2);",
            Survives = "SELECT * FROM t",
        },
        ["55 another table changes and views stay as they are"] = new(
            $"{Views}\nCREATE TABLE u (a integer);",
            $"{Views}\nCREATE TABLE u (a bigint, b text);")
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2);",
            Survives = "SELECT * FROM t",
        },
        ["56 security invoker comes and goes"] = new(
            """
            CREATE TABLE t (id integer);
            CREATE VIEW a AS SELECT id FROM t;
            CREATE VIEW b WITH (security_invoker = true, security_barrier = true) AS SELECT id FROM t WITH LOCAL CHECK OPTION;
            """,
            """
            CREATE TABLE t (id integer);
            CREATE VIEW a WITH (security_invoker = true) AS SELECT id FROM t WITH CASCADED CHECK OPTION;
            CREATE VIEW b AS SELECT id FROM t;
            """)
        {
            MinimumMajor = 15,
        },
        ["57 functions come again with their grants"] = new(
            $"""
            {Roles}
            CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a';
            CREATE FUNCTION g() RETURNS integer LANGUAGE sql RETURN f(1);
            CREATE PROCEDURE p(a integer) LANGUAGE sql AS '';
            REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION f(integer) TO reader WITH GRANT OPTION;
            REVOKE EXECUTE ON FUNCTION g() FROM PUBLIC;
            GRANT EXECUTE ON PROCEDURE p(integer) TO "Odd ""Role";
            COMMENT ON FUNCTION g() IS 'G';
            """,
            $"""
            {Roles}
            CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT b';
            CREATE FUNCTION g() RETURNS integer LANGUAGE sql RETURN f(1);
            CREATE PROCEDURE p(b integer) LANGUAGE sql AS '';
            REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION f(integer) TO reader WITH GRANT OPTION;
            REVOKE EXECUTE ON FUNCTION g() FROM PUBLIC;
            GRANT EXECUTE ON PROCEDURE p(integer) TO "Odd ""Role";
            COMMENT ON FUNCTION g() IS 'G';
            """),
        ["58 triggers of the same name on two tables, one made anew"] = new(
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id integer);
            CREATE TABLE u (id integer);
            CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER g BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION f();
            """,
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id integer);
            CREATE UNLOGGED TABLE u (id integer);
            CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION f();
            CREATE TRIGGER g BEFORE INSERT OR DELETE ON u FOR EACH STATEMENT EXECUTE FUNCTION f('x');
            """)
        {
            Rows = "INSERT INTO t VALUES (1); INSERT INTO u VALUES (1);",
            Survives = "SELECT * FROM t",
        },
        ["59 policies of odd roles and of everybody"] = new(
            $"""
            {Roles}
            CREATE TABLE t (a text, b text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t FOR SELECT TO "Odd ""Role", reader USING (a = 'x');
            CREATE POLICY q ON t TO PUBLIC USING (b = 'x');
            CREATE POLICY gone ON t FOR INSERT WITH CHECK (b <> '');
            """,
            $"""
            {Roles}
            CREATE TABLE t (a text, b varchar(20));
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t FOR SELECT TO PUBLIC USING (a = 'x');
            CREATE POLICY q ON t FOR UPDATE TO "Odd ""Role" USING (b = 'x') WITH CHECK (b = 'y');
            COMMENT ON POLICY q ON t IS 'Q';
            """)
        {
            Rows = "INSERT INTO t VALUES ('x', 'y');",
            Survives = "SELECT * FROM t",
        },
        ["60 comments on every kind come"] = new(CommentedKinds, $"{CommentedKinds}\n{Comments("it''s ")}"),
        ["60 comments on every kind change"] = new($"{CommentedKinds}\n{Comments("a")}", $"{CommentedKinds}\n{Comments("b\\")}"),
        ["60 default privileges are taken away and come"] = new(
            $"""
            {Roles}
            CREATE SCHEMA "S 1";
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA "S 1" GRANT SELECT ON TABLES TO reader;
            """,
            $"""
            {Roles}
            CREATE SCHEMA "S 1";
            ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA "S 1" GRANT SELECT, UPDATE ON TABLES TO "Odd ""Role" WITH GRANT OPTION;
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO reader;
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);

    private static string Comments(string text) => string.Join('\n', Commented.Select(on => $"COMMENT ON {on} IS '{text}{on.Length}';"));
}
