namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Replica identity, clustering, storage, compression and tablespaces.</summary>
public sealed class TableSettingTests(PostgresServer server)
{
    private const string Rows = """
        INSERT INTO t VALUES (1, 'x', '{y}');
        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["44 replica identity by index comes"] = new(
            """
            CREATE TABLE t (id integer NOT NULL, a text, b text[]);
            """,
            """
            CREATE TABLE t (id integer NOT NULL, a text, b text[]);
            CREATE UNIQUE INDEX "By id" ON t (id);
            ALTER TABLE t REPLICA IDENTITY USING INDEX "By id";
            CREATE TABLE new (id integer);
            ALTER TABLE new REPLICA IDENTITY FULL;
            """)
        {
            Rows = Rows,
            Survives = "SELECT * FROM t",
        },
        ["44 replica identity full to nothing"] = new(
            """
            CREATE TABLE t (id integer, a text, b text[]);
            ALTER TABLE t REPLICA IDENTITY FULL;
            """,
            """
            CREATE TABLE t (id integer, a text, b text[]);
            ALTER TABLE t REPLICA IDENTITY NOTHING;
            """),
        ["44 replica identity and cluster mark survive a new form of their index"] = new(
            """
            CREATE TABLE t (id integer NOT NULL, a text NOT NULL, b text[]);
            CREATE UNIQUE INDEX i ON t (id);
            CREATE INDEX c ON t (a);
            ALTER TABLE t REPLICA IDENTITY USING INDEX i;
            ALTER TABLE t CLUSTER ON c;
            """,
            """
            CREATE TABLE t (id integer NOT NULL, a text NOT NULL, b text[]);
            CREATE UNIQUE INDEX i ON t (id, a);
            CREATE INDEX c ON t (a DESC);
            ALTER TABLE t REPLICA IDENTITY USING INDEX i;
            ALTER TABLE t CLUSTER ON c;
            """)
        {
            Rows = Rows,
            Survives = "SELECT * FROM t",
        },
        ["44 replica identity and cluster mark follow a renamed key"] = new(
            """
            CREATE TABLE t (id integer CONSTRAINT a PRIMARY KEY, a text, b text[]);
            ALTER TABLE t REPLICA IDENTITY USING INDEX a;
            ALTER TABLE t CLUSTER ON a;
            """,
            """
            CREATE TABLE t (id integer CONSTRAINT b PRIMARY KEY, a text, b text[]);
            ALTER TABLE t REPLICA IDENTITY USING INDEX b;
            ALTER TABLE t CLUSTER ON b;
            """),
        ["44 cluster mark comes, replica identity goes with its index"] = new(
            """
            CREATE TABLE t (id integer NOT NULL, a text, b text[]);
            CREATE UNIQUE INDEX i ON t (id);
            CREATE INDEX c ON t (a);
            ALTER TABLE t REPLICA IDENTITY USING INDEX i;
            """,
            """
            CREATE TABLE t (id integer NOT NULL, a text, b text[]);
            CREATE INDEX c ON t (a);
            ALTER TABLE t CLUSTER ON c;
            """),
        ["storage parameters of the TOAST table come, change and go"] = new(
            """
            CREATE TABLE t (id integer, a text, b text[]) WITH (toast.autovacuum_enabled = false, fillfactor = 80);
            CREATE TABLE u (a text) WITH (toast.autovacuum_vacuum_threshold = 100);
            """,
            """
            CREATE TABLE t (id integer, a text, b text[]) WITH (fillfactor = 80);
            CREATE TABLE u (a text) WITH (toast.autovacuum_vacuum_threshold = 200);
            CREATE TABLE new (a text) WITH (toast.autovacuum_enabled = false);
            """)
        {
            Rows = Rows,
            Survives = "SELECT * FROM t",
        },
        ["storage and compression come"] = new(
            """
            CREATE TABLE t (id integer, a text, b text[]);
            """,
            """
            CREATE TABLE t (id integer, a text, b text[], c bytea, n numeric);
            ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STORAGE main, ALTER c SET STORAGE external, ALTER n SET STORAGE plain;
            ALTER TABLE t ALTER b SET COMPRESSION pglz, ALTER c SET COMPRESSION pglz;
            CREATE TABLE new (a text COMPRESSION pglz);
            ALTER TABLE new ALTER a SET STORAGE main;
            """)
        {
            Rows = Rows,
            Survives = "SELECT id, a, b FROM t",
        },
        ["storage and compression go"] = new(
            """
            CREATE TABLE t (id integer, a text, b text[], n numeric, i inet);
            ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STORAGE main, ALTER n SET STORAGE plain, ALTER i SET STORAGE external;
            ALTER TABLE t ALTER b SET COMPRESSION pglz;
            """,
            """
            CREATE TABLE t (id integer, a text, b text[], n numeric, i inet);
            """),
        ["storage and compression survive a new type"] = new(
            """
            CREATE TABLE t (id integer, a text COMPRESSION pglz, b text[]);
            ALTER TABLE t ALTER a SET STORAGE external;
            """,
            """
            CREATE TABLE t (id integer, a varchar(20) COMPRESSION pglz, b text[]);
            ALTER TABLE t ALTER a SET STORAGE external;
            """)
        {
            Rows = Rows,
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
