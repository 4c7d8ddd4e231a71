using Hotline.Migrate.Diffing;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Publications, event triggers, statistics, collations, range types and what is foreign.</summary>
public sealed class ServerObjectChangeTests(PostgresServer server)
{
    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["publications come"] = new(
            "CREATE TABLE t (id integer PRIMARY KEY, a text);",
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            CREATE TABLE "T 2" (id integer PRIMARY KEY);
            CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert');
            CREATE PUBLICATION "Odd ""name" FOR TABLE t, "T 2";
            CREATE PUBLICATION none;
            COMMENT ON PUBLICATION none IS 'N';
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'x');",
            Survives = "SELECT * FROM t",
        },
        ["publications change"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            CREATE TABLE u (id integer PRIMARY KEY);
            CREATE PUBLICATION everything FOR ALL TABLES;
            CREATE PUBLICATION a_few FOR TABLE t, u WITH (publish = 'insert');
            CREATE PUBLICATION gone FOR TABLE u;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            CREATE TABLE u (id integer PRIMARY KEY);
            CREATE PUBLICATION everything FOR TABLE u;
            CREATE PUBLICATION a_few FOR TABLE t WITH (publish = 'insert, delete', publish_via_partition_root = true);
            """),
        ["published table goes"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            CREATE TABLE u (id integer PRIMARY KEY, a text);
            CREATE PUBLICATION p FOR TABLE t, u;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY);
            CREATE PUBLICATION p FOR TABLE t;
            """)
        {
            Rows = "INSERT INTO u VALUES (1, 'x');",
        },
        ["published column goes"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c integer);
            CREATE PUBLICATION p FOR TABLE t (id, a, b) WHERE (id > 3);
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text, c bigint);
            CREATE PUBLICATION p FOR TABLE t (id, a);
            """)
        {
            MinimumMajor = 15,
            Rows = "INSERT INTO t VALUES (1, 'x', 'y', 2);",
            Survives = "SELECT id, a, c FROM t",
        },
        ["published column and the column of its condition change type"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a varchar(9), b integer);
            CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 3);
            """,
            """
            CREATE TABLE t (id bigint PRIMARY KEY, a text, b integer);
            CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 3);
            """)
        {
            MinimumMajor = 15,
            Rows = "INSERT INTO t VALUES (1, 'x', 2);",
            Survives = "SELECT * FROM t",
        },
        ["schemas are published"] = new(
            "CREATE SCHEMA s; CREATE TABLE s.t (id integer PRIMARY KEY);",
            """
            CREATE SCHEMA s;
            CREATE TABLE s.t (id integer PRIMARY KEY);
            CREATE SCHEMA z;
            CREATE TABLE z.t (id integer PRIMARY KEY);
            CREATE PUBLICATION p FOR TABLES IN SCHEMA s, z;
            """)
        {
            MinimumMajor = 15,
        },
        ["event triggers come, change and go"] = new(
            """
            CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER changed ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION f();
            CREATE EVENT TRIGGER gone ON sql_drop EXECUTE FUNCTION f();
            CREATE EVENT TRIGGER off ON ddl_command_start EXECUTE FUNCTION f();
            """,
            """
            CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER changed ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION g();
            CREATE EVENT TRIGGER come ON ddl_command_end EXECUTE FUNCTION g();
            CREATE EVENT TRIGGER off ON ddl_command_start EXECUTE FUNCTION g();
            ALTER EVENT TRIGGER off DISABLE;
            COMMENT ON EVENT TRIGGER come IS 'C';
            """),
        ["statistics come, change and go"] = new(
            """
            CREATE TABLE t (a integer, b integer, c integer);
            CREATE STATISTICS changed ON a, b FROM t;
            CREATE STATISTICS gone (ndistinct) ON b, c FROM t;
            """,
            """
            CREATE SCHEMA s;
            CREATE TABLE t (a integer, b integer, c integer);
            CREATE STATISTICS changed (mcv) ON a, c FROM t;
            CREATE STATISTICS s."Come" ON (a + b), c FROM t;
            ALTER STATISTICS changed SET STATISTICS 300;
            COMMENT ON STATISTICS changed IS 'C';
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 2, 3);",
            Survives = "SELECT * FROM t",
        },
        ["column of statistics changes its type and another goes"] = new(
            """
            CREATE TABLE t (a integer, b integer, c integer);
            CREATE STATISTICS s1 ON a, b FROM t;
            CREATE STATISTICS s2 ON b, c FROM t;
            """,
            """
            CREATE TABLE t (a bigint, b integer);
            CREATE STATISTICS s1 ON a, b FROM t;
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 2, 3);",
            Survives = "SELECT a, b FROM t",
        },
        ["11 own collation comes with its columns and another goes"] = new(
            """
            CREATE COLLATION old (provider = libc, locale = 'C');
            CREATE TABLE t (id integer PRIMARY KEY, a text, b text COLLATE old);
            CREATE INDEX i ON t (b);
            """,
            """
            CREATE COLLATION new (provider = libc, locale = 'POSIX');
            CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE new, b text, c text COLLATE new);
            CREATE INDEX i ON t (b);
            COMMENT ON COLLATION new IS 'N';
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'x', 'y');",
            Survives = "SELECT id, a, b FROM t",
        },
        ["range types come with what uses them"] = new(
            "",
            """
            CREATE FUNCTION distance(a date, b date) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT (a - b)::float8';
            CREATE TYPE period AS RANGE (SUBTYPE = date, SUBTYPE_DIFF = distance);
            CREATE TABLE t (id integer PRIMARY KEY, p period NOT NULL DEFAULT 'empty', m period[] , CONSTRAINT x EXCLUDE USING gist (p WITH &&));
            CREATE FUNCTION f(p period) RETURNS boolean LANGUAGE sql AS 'SELECT isempty(p)';
            COMMENT ON TYPE period IS 'P';
            """),
        ["range type goes with its column"] = new(
            """
            CREATE TYPE period AS RANGE (SUBTYPE = date);
            CREATE TABLE t (id integer PRIMARY KEY, p period);
            """,
            "CREATE TABLE t (id integer PRIMARY KEY);")
        {
            Rows = "INSERT INTO t VALUES (1, '[2020-01-01,2020-02-01)');",
        },
        ["foreign data comes"] = new(
            "",
            """
            CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true');
            CREATE SERVER far TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h''s');
            CREATE TYPE e AS ENUM ('a');
            CREATE FOREIGN TABLE r (id integer OPTIONS (name 'ID') NOT NULL, e e DEFAULT 'a', CONSTRAINT k CHECK (id > 0)) SERVER far OPTIONS (t 'x');
            CREATE VIEW v AS SELECT id, e FROM r;
            COMMENT ON FOREIGN TABLE r IS 'R';
            COMMENT ON COLUMN r.id IS 'I';
            """),
        ["foreign data changes"] = new(
            """
            CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true', a '1');
            CREATE SERVER far VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'a', port '1');
            CREATE FOREIGN TABLE r (id integer, b text) SERVER far OPTIONS (t 'x');
            CREATE VIEW v AS SELECT id FROM r;
            """,
            """
            CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'false', b '2');
            CREATE SERVER far VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (host 'b', user 'u');
            CREATE FOREIGN TABLE r (id bigint, c text NOT NULL) SERVER far OPTIONS (t 'y');
            CREATE VIEW v AS SELECT id FROM r;
            """),
        ["foreign data by an extension"] = new(
            "",
            """
            CREATE EXTENSION postgres_fdw;
            CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'x', host 'localhost');
            CREATE FOREIGN TABLE r (id integer, "b c" text) SERVER far OPTIONS (schema_name 's', table_name 'T 1');
            """)
        {
            Extension = "postgres_fdw",
        },
        ["foreign partition and foreign child"] = new(
            """
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE t (id integer);
            """,
            """
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER far FOREIGN DATA WRAPPER w;
            CREATE TABLE p (id integer, region text) PARTITION BY LIST (region);
            CREATE TABLE t (id integer);
            CREATE FOREIGN TABLE p_eu PARTITION OF p FOR VALUES IN ('eu') SERVER far OPTIONS (t 'x');
            CREATE FOREIGN TABLE c (b text) INHERITS (t) SERVER far;
            """),
        ["rules come, change and go"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            CREATE TABLE log (id integer, a text);
            CREATE RULE changed AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.id, 'x');
            CREATE RULE gone AS ON DELETE TO t DO INSTEAD NOTHING;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text);
            CREATE TABLE log (id bigint, a text);
            CREATE RULE changed AS ON INSERT TO t WHERE NEW.id > 3 DO ALSO INSERT INTO log VALUES (NEW.id, 'y');
            CREATE RULE "Come" AS ON UPDATE TO t DO ALSO (INSERT INTO log VALUES (NEW.id, 'a;b'); DELETE FROM log WHERE id = 0);
            COMMENT ON RULE "Come" ON t IS 'C';
            """)
        {
            Rows = "INSERT INTO t VALUES (5, 'x');",
            Survives = "SELECT * FROM t",
        },
        ["wide type change under publication, statistics, rule and view"] = new(
            """
            CREATE TABLE t (id integer PRIMARY KEY, a varchar(5), b integer);
            CREATE PUBLICATION p FOR TABLE t;
            CREATE STATISTICS s ON a, b FROM t;
            CREATE VIEW v AS SELECT a FROM t;
            CREATE RULE r AS ON UPDATE TO t WHERE NEW.a = 'x' DO INSTEAD NOTHING;
            """,
            """
            CREATE TABLE t (id integer PRIMARY KEY, a text, b integer);
            CREATE PUBLICATION p FOR TABLE t;
            CREATE STATISTICS s ON a, b FROM t;
            CREATE VIEW v AS SELECT a FROM t;
            CREATE RULE r AS ON UPDATE TO t WHERE NEW.a = 'x' DO INSTEAD NOTHING;
            """)
        {
            Rows = "INSERT INTO t VALUES (5, 'x', 1);",
            Answers = DiffAnswers.None,
            Survives = "SELECT * FROM t",
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
