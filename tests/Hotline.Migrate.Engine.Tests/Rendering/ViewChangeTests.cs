namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>55: views, and whatever stands on them.</summary>
public sealed class ViewChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["55 views come in the order of what they read"] = new(
            "",
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW z AS SELECT id, name FROM t;
            CREATE VIEW m AS SELECT id FROM z;
            CREATE VIEW a AS SELECT id FROM m;
            COMMENT ON VIEW a IS 'A';
            COMMENT ON COLUMN z.name IS 'N';
            """),
        ["55 column appended"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, name FROM t WHERE id > 0;
            CREATE VIEW w AS SELECT id FROM v;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, name, age FROM t WHERE id > 1;
            CREATE VIEW w AS SELECT id FROM v;
            """),
        ["55 column inserted under three levels"] = new(
            """
            CREATE SCHEMA s;
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, name FROM t;
            CREATE VIEW s.w AS SELECT id, name FROM v;
            CREATE MATERIALIZED VIEW m AS SELECT id, upper(name) AS name FROM s.w;
            CREATE UNIQUE INDEX m_id ON m (id);
            CREATE INDEX m_lower ON m (lower(name)) WHERE id > 0;
            CREATE VIEW x AS SELECT count(*) AS n FROM m;
            COMMENT ON VIEW s.w IS 'W';
            COMMENT ON COLUMN s.w.name IS 'N';
            COMMENT ON MATERIALIZED VIEW m IS 'M';
            COMMENT ON INDEX m_id IS 'I';
            """,
            """
            CREATE SCHEMA s;
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, age, name FROM t;
            CREATE VIEW s.w AS SELECT id, name FROM v;
            CREATE MATERIALIZED VIEW m AS SELECT id, upper(name) AS name FROM s.w;
            CREATE UNIQUE INDEX m_id ON m (id);
            CREATE INDEX m_lower ON m (lower(name)) WHERE id > 0;
            CREATE VIEW x AS SELECT count(*) AS n FROM m;
            COMMENT ON VIEW s.w IS 'W';
            COMMENT ON COLUMN s.w.name IS 'N';
            COMMENT ON MATERIALIZED VIEW m IS 'M';
            COMMENT ON INDEX m_id IS 'I';
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2);",
            Survives = "SELECT * FROM t",
        },
        ["55 column type under a view"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name varchar(10), age integer);
            CREATE VIEW v AS SELECT id, name FROM t;
            CREATE VIEW w AS SELECT name FROM v;
            CREATE VIEW other AS SELECT id, age FROM t;
            CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, name) VALUES (new.id, new.name);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, name FROM t;
            CREATE VIEW w AS SELECT name FROM v;
            CREATE VIEW other AS SELECT id, age FROM t;
            CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, name) VALUES (new.id, new.name);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2);",
            Survives = "SELECT * FROM t",
        },
        ["55 column dropped that a view no longer reads"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text, age integer);
            CREATE VIEW v AS SELECT id, name FROM t WHERE age > 1;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name FROM t;
            """),
        ["55 primary key that a view groups by"] = new(
            """
            CREATE TABLE t (id integer CONSTRAINT old_key PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
            """,
            """
            CREATE TABLE t (id integer, name text, CONSTRAINT new_key PRIMARY KEY (id) INCLUDE (name));
            CREATE VIEW v AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
            """),
        ["55 label of an enum goes that a view has"] = new(
            """
            CREATE TYPE e AS ENUM ('a', 'b', 'c');
            CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'a');
            CREATE VIEW v AS SELECT id, e FROM t WHERE e <> 'b';
            """,
            """
            CREATE TYPE e AS ENUM ('b', 'a');
            CREATE TABLE t (id integer PRIMARY KEY, e e DEFAULT 'a');
            CREATE VIEW v AS SELECT id, e FROM t WHERE e <> 'b';
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a'), (2, 'b');",
            Survives = "SELECT * FROM t",
        },
        ["55 table and view come and go together"] = new(
            """
            CREATE TABLE a (id integer);
            CREATE VIEW v AS SELECT id FROM a;
            """,
            """
            CREATE TABLE b (number text);
            CREATE VIEW v AS SELECT number FROM b;
            """),
        ["56 options come, change and go"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW plain AS SELECT id FROM t;
            CREATE VIEW barrier WITH (security_barrier = true) AS SELECT id FROM t;
            CREATE VIEW checked AS SELECT id FROM t WHERE id > 0 WITH LOCAL CHECK OPTION;
            CREATE VIEW two WITH (security_barrier) AS SELECT id FROM t WHERE id > 0;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW plain WITH (security_barrier = true) AS SELECT id FROM t;
            CREATE VIEW barrier AS SELECT id FROM t;
            CREATE VIEW checked AS SELECT id FROM t WHERE id > 0 WITH CASCADED CHECK OPTION;
            CREATE VIEW two WITH (security_barrier = false, check_option = local) AS SELECT id, name FROM t WHERE id > 1;
            """),
        ["56 table becomes a view"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE TABLE v (id integer);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id FROM t;
            """),
        ["56 view becomes a materialized view under another one"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id FROM t;
            CREATE VIEW w AS SELECT id FROM v;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE MATERIALIZED VIEW v AS SELECT id FROM t;
            CREATE INDEX v_id ON v (id);
            CREATE VIEW w AS SELECT id FROM v;
            """),
        ["56 defaults of view columns"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name FROM t;
            ALTER VIEW v ALTER COLUMN name SET DEFAULT 'x';
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, name text);
            CREATE VIEW v AS SELECT id, name FROM t;
            ALTER VIEW v ALTER COLUMN id SET DEFAULT 3;
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
