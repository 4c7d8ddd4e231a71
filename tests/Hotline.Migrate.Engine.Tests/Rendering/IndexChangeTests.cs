namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Indexes.</summary>
public sealed class IndexChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["21 index comes"] = new(
            """
            CREATE TABLE t (a integer, b text);
            """,
            """
            CREATE TABLE t (a integer, b text);
            CREATE UNIQUE INDEX i ON t (b text_pattern_ops DESC NULLS LAST, (a + 1), lower(b) COLLATE "C") INCLUDE (a) WITH (fillfactor=70) WHERE a > 0;
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, 'x');
            """,
        },
        ["22 columns, method and predicate change"] = new(
            """
            CREATE TABLE t (a integer, b text);
            CREATE INDEX i ON t (a);
            CREATE INDEX j ON t (b);
            CREATE INDEX k ON t (a) WHERE a > 0;
            """,
            """
            CREATE TABLE t (a integer, b text);
            CREATE INDEX i ON t (a, b);
            CREATE INDEX j ON t USING hash (b);
            CREATE INDEX k ON t (a);
            """),
        ["23 renamed index and another that changes"] = new(
            """
            CREATE TABLE t (foo integer, bar integer);
            CREATE INDEX old_idx ON t (bar);
            CREATE INDEX idx ON t (foo);
            """,
            """
            CREATE TABLE t (foo integer, bar integer);
            CREATE INDEX new_idx ON t (bar);
            CREATE INDEX idx ON t (foo, bar);
            """),
        ["21 column order"] = new(
            """
            CREATE TABLE t (x integer, y integer);
            CREATE INDEX i ON t (x, y);
            """,
            """
            CREATE TABLE t (x integer, y integer);
            CREATE INDEX i ON t (y, x);
            """),
        ["24 sort order"] = new(
            """
            CREATE TABLE t (x integer);
            CREATE INDEX i ON t (x DESC);
            CREATE INDEX j ON t (x NULLS FIRST);
            """,
            """
            CREATE TABLE t (x integer);
            CREATE INDEX i ON t (x DESC NULLS LAST);
            CREATE INDEX j ON t (x);
            """),
        ["13 plain to unique"] = new(
            """
            CREATE TABLE t (x integer);
            CREATE INDEX i ON t (x);
            """,
            """
            CREATE TABLE t (x integer);
            CREATE UNIQUE INDEX i ON t (x);
            """),
        ["13 plain to unique with equal NULLs"] = new(
            """
            CREATE TABLE t (x integer);
            CREATE INDEX i ON t (x);
            """,
            """
            CREATE TABLE t (x integer);
            CREATE UNIQUE INDEX i ON t (x) NULLS NOT DISTINCT;
            """)
        {
            MinimumMajor = 15,
        },
        ["27 expressions"] = new(
            """
            CREATE TABLE t (ff integer, y text, j jsonb);
            CREATE INDEX i ON t ((ff + 1));
            CREATE INDEX k ON t (lower(y), ff);
            CREATE INDEX l ON t ((j -> 'a'));
            """,
            """
            CREATE TABLE t (ff integer, y text, j jsonb);
            CREATE INDEX i ON t ((ff + 3));
            CREATE INDEX k ON t (ff, lower(y));
            CREATE INDEX l ON t ((j ->> 'b'));
            """),
        ["30 gin and brin options"] = new(
            """
            CREATE TABLE t (j jsonb, x integer);
            CREATE INDEX i ON t USING gin (j);
            CREATE INDEX b ON t USING brin (x);
            """,
            """
            CREATE TABLE t (j jsonb, x integer);
            CREATE INDEX i ON t USING gin (j jsonb_path_ops) WITH (fastupdate=off);
            CREATE INDEX b ON t USING brin (x) WITH (pages_per_range=16);
            """),
        ["index name goes from a dropped to a new table"] = new(
            """
            CREATE TABLE a (x integer);
            CREATE INDEX i ON a (x);
            """,
            """
            CREATE TABLE b (y text);
            CREATE INDEX i ON b (y);
            """),
        ["index names are swapped between tables"] = new(
            """
            CREATE TABLE a (x integer);
            CREATE TABLE b (x integer);
            CREATE INDEX i ON a (x);
            CREATE INDEX j ON b (x);
            """,
            """
            CREATE TABLE a (x integer);
            CREATE TABLE b (x integer);
            CREATE INDEX j ON a (x);
            CREATE INDEX i ON b (x);
            """),
        ["index names are swapped within a table"] = new(
            """
            CREATE TABLE a (x integer, y integer);
            CREATE INDEX i ON a (x);
            CREATE INDEX j ON a (y);
            """,
            """
            CREATE TABLE a (x integer, y integer);
            CREATE INDEX j ON a (x);
            CREATE INDEX i ON a (y);
            """),
        ["index in a schema"] = new(
            """
            CREATE SCHEMA s;
            CREATE TABLE s.t (x integer);
            CREATE INDEX i ON s.t (x);
            """,
            """
            CREATE SCHEMA s;
            CREATE TABLE s.t (x integer);
            CREATE INDEX "J" ON s.t (x);
            COMMENT ON INDEX s."J" IS 'x';
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
