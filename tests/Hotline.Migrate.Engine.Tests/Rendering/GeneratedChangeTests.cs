namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Generated columns that come, go and are generated otherwise.</summary>
public sealed class GeneratedChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["18 generated column comes"] = new(
            """
            CREATE TABLE t (a integer);
            """,
            """
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
            CREATE INDEX i ON t (b);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["18 generated expression changes"] = new(
            """
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
            CREATE INDEX i ON t (b);
            """,
            """
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 3) STORED);
            CREATE INDEX i ON t (b);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
            Survives = "SELECT * FROM t",
        },
        ["18 plain to generated"] = new(
            """
            CREATE TABLE t (a integer, b integer);
            """,
            """
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 3) STORED);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["18 generated to plain"] = new(
            """
            CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 3) STORED);
            CREATE INDEX i ON t (b);
            """,
            """
            CREATE TABLE t (a integer, b integer);
            CREATE INDEX i ON t (b);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
        ["type under a generated column"] = new(
            """
            CREATE TABLE t (a integer, b text GENERATED ALWAYS AS (a || 'x') STORED);
            CREATE INDEX i ON t (b);
            """,
            """
            CREATE TABLE t (a bigint, b text GENERATED ALWAYS AS ((a)::text || 'x') STORED);
            CREATE INDEX i ON t (b);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1);
            """,
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
