namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Schemas, extensions, sequences, comments and row-level security.</summary>
public sealed class OtherChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["table in a new schema"] = new(
            "",
            """
            CREATE SCHEMA s;
            CREATE TABLE s.t (id integer PRIMARY KEY);
            COMMENT ON SCHEMA s IS 'S';
            """),
        ["schema goes"] = new(
            """
            CREATE SCHEMA s;
            CREATE TYPE s.e AS ENUM ('a');
            CREATE SEQUENCE s.q;
            CREATE TABLE s.t (id integer PRIMARY KEY, e s.e);
            """,
            ""),
        ["54 extension with a column of its type"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE EXTENSION citext;
            CREATE TABLE t (id integer, c citext DEFAULT 'X');
            CREATE TABLE a (c citext);
            """),
        ["54 extension goes last"] = new(
            """
            CREATE EXTENSION citext;
            CREATE TABLE t (id integer, c citext NOT NULL);
            CREATE TABLE a (c citext);
            """,
            """
            CREATE TABLE t (id integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'x');
            """,
        },
        ["text to citext"] = new(
            """
            CREATE TABLE t (c text UNIQUE);
            """,
            """
            CREATE EXTENSION citext;
            CREATE TABLE t (c citext UNIQUE);
            """)
        {
            Rows = """
            INSERT INTO t VALUES ('x');
            """,
            Survives = "SELECT * FROM t",
        },
        ["comment on an extension comes and goes"] = new(
            "CREATE EXTENSION citext; CREATE EXTENSION hstore; COMMENT ON EXTENSION hstore IS 'of the ''team''';",
            "CREATE EXTENSION citext; CREATE EXTENSION hstore; COMMENT ON EXTENSION citext IS 'of the team';"),
        ["extension in a schema"] = new(
            "",
            """
            CREATE SCHEMA ext;
            CREATE EXTENSION citext SCHEMA ext;
            CREATE TABLE t (c ext.citext);
            """),
        ["48 sequence options"] = new(
            """
            CREATE SEQUENCE s;
            """,
            """
            CREATE SEQUENCE s AS integer INCREMENT 5 MINVALUE 2 MAXVALUE 1000 START 7 CACHE 10 CYCLE;
            """),
        ["48 sequence options back"] = new(
            """
            CREATE SEQUENCE s AS integer INCREMENT -5 MINVALUE -200 MAXVALUE 1000 START 7 CACHE 10 CYCLE;
            """,
            """
            CREATE SEQUENCE s;
            """),
        ["default from a new sequence"] = new(
            """
            CREATE TABLE t (id integer);
            """,
            """
            CREATE SEQUENCE "Odd Seq";
            CREATE TABLE t (id integer DEFAULT nextval('"Odd Seq"'));
            CREATE TABLE a (id bigint DEFAULT nextval('"Odd Seq"'));
            COMMENT ON SEQUENCE "Odd Seq" IS 'S';
            """),
        ["60 comments come, change and go"] = new(
            """
            CREATE TABLE t (a integer, b integer, c integer);
            COMMENT ON TABLE t IS 'x';
            COMMENT ON COLUMN t.b IS 'b';
            COMMENT ON COLUMN t.c IS 'c';
            """,
            """
            CREATE TABLE t (a integer, b integer, c integer);
            COMMENT ON TABLE t IS 'it''s y';
            COMMENT ON COLUMN t.a IS 'a';
            COMMENT ON COLUMN t.b IS 'b2';
            """),
        ["44 row security and policies come"] = new(
            """
            CREATE TABLE t (owner text);
            """,
            """
            CREATE TABLE t (owner text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            ALTER TABLE t FORCE ROW LEVEL SECURITY;
            CREATE POLICY mine ON t FOR SELECT USING (owner = current_user);
            CREATE POLICY "All of it" ON t AS RESTRICTIVE TO pg_monitor USING (true) WITH CHECK (owner <> '');
            COMMENT ON POLICY mine ON t IS 'M';
            """),
        ["59 policy changes in place"] = new(
            """
            CREATE TABLE t (owner text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t USING (owner = 'a') WITH CHECK (owner = 'b');
            """,
            """
            CREATE TABLE t (owner text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t TO pg_monitor USING (owner = 'x') WITH CHECK (owner = 'y');
            """),
        ["59 permissive to restrictive"] = new(
            """
            CREATE TABLE t (owner text);
            CREATE POLICY p ON t USING (owner = 'a');
            """,
            """
            CREATE TABLE t (owner text);
            CREATE POLICY p ON t AS RESTRICTIVE USING (owner = 'a');
            """),
        ["59 policy from a dropped to an added column"] = new(
            """
            CREATE TABLE t (id integer, a text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t USING (a = 'x');
            """,
            """
            CREATE TABLE t (id integer, b bigint);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY p ON t USING (b = 1);
            """),
        ["59 policy on a column whose type changes"] = new(
            """
            CREATE TABLE t (a varchar(5));
            CREATE POLICY p ON t USING (a = 'x');
            """,
            """
            CREATE TABLE t (a text);
            CREATE POLICY p ON t USING (a = 'x');
            """),
        ["policy that looks into a new table"] = new(
            """
            CREATE TABLE a (id integer);
            """,
            """
            CREATE TABLE a (id integer);
            CREATE TABLE z (id integer);
            CREATE TABLE b (id integer);
            CREATE POLICY p ON a USING (EXISTS (SELECT FROM z WHERE z.id = a.id));
            CREATE POLICY q ON b USING (EXISTS (SELECT FROM z WHERE z.id = b.id));
            """),
        ["row security forced and not"] = new(
            """
            CREATE TABLE t (a text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            ALTER TABLE t FORCE ROW LEVEL SECURITY;
            CREATE TABLE u (a text);
            ALTER TABLE u ENABLE ROW LEVEL SECURITY;
            """,
            """
            CREATE TABLE t (a text);
            ALTER TABLE t ENABLE ROW LEVEL SECURITY;
            CREATE TABLE u (a text);
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
