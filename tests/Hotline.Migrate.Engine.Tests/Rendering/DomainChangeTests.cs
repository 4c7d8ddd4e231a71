namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Scenario 53: domains that come, go and change under columns with values.</summary>
public sealed class DomainChangeTests(PostgresServer server)
{
    private const string Table = """
        CREATE TABLE t (id integer, mail email DEFAULT 'd@d');
        """;

    private const string Mails = """
        INSERT INTO t VALUES (1, 'a@b'), (2, 'c@d');
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["53 domain over domain, used by a table and a composite type"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE DOMAIN zz AS text CONSTRAINT "Odd name" CHECK (VALUE <> '') NOT NULL;
            CREATE DOMAIN aa AS zz DEFAULT 'x' CHECK (length(VALUE) < 10);
            CREATE TYPE m AS ENUM ('ok', 'sad');
            CREATE TYPE a AS (b aa, c integer, m m[]);
            CREATE DOMAIN mood AS m DEFAULT 'ok';
            CREATE TABLE t (id integer, x aa, y a, z mood[], v mood NOT NULL DEFAULT 'sad');
            COMMENT ON DOMAIN zz IS 'it''s';
            COMMENT ON CONSTRAINT "Odd name" ON DOMAIN zz IS 'c';
            COMMENT ON TYPE a IS 'A';
            COMMENT ON COLUMN a.c IS 'C';
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
            Survives = "SELECT id FROM t",
        },
        ["53 NOT NULL, default and conditions come"] = new(
            $"""
            CREATE DOMAIN email AS text;
            {Table}
            """,
            $"""
            CREATE DOMAIN email AS text DEFAULT 'x@y' NOT NULL CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 100);
            COMMENT ON DOMAIN email IS 'E';
            {Table}
            """)
        {
            Rows = Mails,
            Survives = "SELECT * FROM t",
        },
        ["53 NOT NULL, default and conditions go"] = new(
            $"""
            CREATE DOMAIN email AS text DEFAULT 'x@y' NOT NULL CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 100);
            COMMENT ON DOMAIN email IS 'E';
            COMMENT ON CONSTRAINT short ON DOMAIN email IS 'S';
            {Table}
            """,
            $"""
            CREATE DOMAIN email AS text;
            {Table}
            """)
        {
            Rows = Mails,
            Survives = "SELECT * FROM t",
        },
        ["53 condition changes, another is renamed, a third is validated"] = new(
            $"""
            CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '') CONSTRAINT b CHECK (VALUE LIKE '%@%');
            ALTER DOMAIN email ADD CONSTRAINT c CHECK (VALUE <> 'x') NOT VALID;
            {Table}
            """,
            $"""
            CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '-') CONSTRAINT bb CHECK (VALUE LIKE '%@%') CONSTRAINT c CHECK (VALUE <> 'x');
            ALTER DOMAIN email ADD CONSTRAINT d CHECK (VALUE <> 'y') NOT VALID;
            {Table}
            """)
        {
            Rows = Mails,
            Survives = "SELECT * FROM t",
        },
        ["53 the type underneath changes"] = new(
            """
            CREATE DOMAIN code AS text DEFAULT '7' CHECK (VALUE <> '');
            CREATE TABLE t (id integer, a code DEFAULT '8', b code[], c code NOT NULL, CHECK (a <> 'x'));
            CREATE INDEX i ON t (c);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f(code) RETURNS code LANGUAGE sql AS 'SELECT $1';
            """,
            """
            CREATE DOMAIN code AS integer DEFAULT 7 CHECK (VALUE > 0);
            CREATE TABLE t (id integer, a code DEFAULT 8, b code[], c code NOT NULL, CHECK (a <> 9));
            CREATE INDEX i ON t (c);
            CREATE VIEW v AS SELECT a FROM t;
            CREATE FUNCTION f(code) RETURNS code LANGUAGE sql AS 'SELECT $1';
            COMMENT ON DOMAIN code IS 'C';
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, '1', '{1,2}', '3'), (2, NULL, NULL, '4');
            """,
            Survives = "SELECT * FROM t",
        },
        ["53 a condition comes while arrays hold values"] = new(
            """
            CREATE DOMAIN code AS text;
            CREATE TABLE t (id integer, a code, b code[] DEFAULT '{}');
            """,
            """
            CREATE DOMAIN code AS text NOT NULL CHECK (VALUE <> '');
            CREATE TABLE t (id integer, a code, b code[] DEFAULT '{}');
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, '1', '{1,2}');
            """,
            Survives = "SELECT * FROM t",
        },
        ["domain goes, its column becomes the type underneath"] = new(
            $"""
            CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
            {Table}
            """,
            """
            CREATE TABLE t (id integer, mail text DEFAULT 'd@d');
            """)
        {
            Rows = Mails,
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
