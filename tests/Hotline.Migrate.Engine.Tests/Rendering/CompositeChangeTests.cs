using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Composite types that come, go and change under columns with values.</summary>
public sealed class CompositeChangeTests(PostgresServer server)
{
    private const string Table = """
        CREATE TABLE t (id integer, at place, all_of place[]);
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["field comes"] = new(
            $"""
            CREATE TYPE place AS (x integer, y integer);
            {Table}
            """,
            $"""
            CREATE TYPE kind AS ENUM ('a', 'b');
            CREATE TYPE place AS (x integer, y integer, "The Kind" kind, note text COLLATE "C");
            COMMENT ON COLUMN place.x IS 'X';
            {Table}
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, (1, 2), ARRAY[(3, 4)::place]);
            """,
            Survives = "SELECT * FROM t",
        },
        ["field goes"] = new(
            $"""
            CREATE TYPE place AS (x integer, y integer, z integer);
            {Table}
            """,
            $"""
            CREATE TYPE place AS (x integer, z integer);
            {Table}
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, (1, 2, 3), NULL);
            """,
            Survives = "SELECT id, (at).x FROM t",
        },
        ["field of a type that no column has changes its type"] = new(
            """
            CREATE TYPE place AS (x integer, y integer);
            CREATE TYPE line AS (a place, b place);
            """,
            """
            CREATE TYPE place AS (x bigint, y integer);
            CREATE TYPE line AS (a place, b place[]);
            COMMENT ON TYPE line IS 'L';
            """),
        ["field changes its type when the last table with a domain over it goes"] = new(
            """
            CREATE TYPE place AS (x integer);
            CREATE DOMAIN home AS place;
            CREATE TABLE t (id integer, home home);
            """,
            """
            CREATE TYPE place AS (x bigint);
            CREATE DOMAIN home AS place;
            """)
        {
            Answers = DiffAnswers.Parse([], ["t"]),
        },
        ["composite types go in the order of what they are made of"] = new(
            """
            CREATE TYPE z AS (x integer);
            CREATE TYPE a AS (z z[]);
            CREATE TYPE m AS (a a);
            CREATE TABLE t (id integer, m m);
            """,
            """
            CREATE TABLE t (id integer);
            """)
        {
            Rows = """
            INSERT INTO t VALUES (1, NULL);
            """,
            Survives = "SELECT id FROM t",
        },
        ["a row of a table as a field"] = new(
            "",
            """
            CREATE TABLE z (id integer);
            CREATE TYPE a AS (z z);
            CREATE TABLE b (a a[]);
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
