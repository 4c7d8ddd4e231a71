namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>58: triggers and rules on tables and views.</summary>
public sealed class TriggerChangeTests(PostgresServer server)
{
    private const string Base =
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE t (id integer PRIMARY KEY, a varchar(9), b integer);
        CREATE TABLE u (id integer PRIMARY KEY);

        """;

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["58 triggers come with their function"] = new(
            "",
            Base
            + """
            CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION f();
            CREATE TRIGGER x AFTER INSERT ON u FOR EACH STATEMENT EXECUTE FUNCTION f();
            COMMENT ON TRIGGER x ON u IS 'X';
            """),
        ["58 events, condition and state change"] = new(
            Base
            + """
            CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER z BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            ALTER TABLE t DISABLE TRIGGER y;
            ALTER TABLE t ENABLE ALWAYS TRIGGER z;
            """,
            Base
            + """
            CREATE TRIGGER x BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (NEW.b > 1) EXECUTE FUNCTION f();
            CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER z BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();
            ALTER TABLE t ENABLE REPLICA TRIGGER z;
            """),
        ["58 function switched while the old one goes"] = new(
            Base + "CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();",
            """
            CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id integer PRIMARY KEY, a varchar(9), b integer);
            CREATE TABLE u (id integer PRIMARY KEY);
            CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
            """),
        ["58 moved to another table, and back to plain"] = new(
            Base
            + """
            CREATE TRIGGER x AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE CONSTRAINT TRIGGER y AFTER UPDATE ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER z AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            """,
            Base
            + """
            CREATE TRIGGER x AFTER UPDATE ON u FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER y AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE CONSTRAINT TRIGGER z AFTER UPDATE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
            """),
        ["58 table and trigger go"] = new(
            Base + "CREATE TRIGGER x BEFORE UPDATE ON u FOR EACH ROW EXECUTE FUNCTION f();",
            "CREATE TABLE t (id integer PRIMARY KEY, a varchar(9), b integer);"),
        ["58 column of a trigger changes its type"] = new(
            Base
            + """
            CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.a = 'x') EXECUTE FUNCTION f();
            CREATE TRIGGER z BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE STATISTICS s ON a, b FROM t;
            ALTER TABLE t DISABLE TRIGGER y;
            """,
            Base.Replace("varchar(9)", "text", StringComparison.Ordinal)
            + """
            CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.a = 'x') EXECUTE FUNCTION f();
            CREATE TRIGGER z BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE STATISTICS s ON a, b FROM t;
            ALTER TABLE t DISABLE TRIGGER y;
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 'a', 2);",
            Survives = "SELECT * FROM t",
        },
        ["58 instead of, on a view that gains a column"] = new(
            Base
            + """
            CREATE VIEW v AS SELECT id, b FROM t;
            CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
            COMMENT ON TRIGGER x ON v IS 'X';
            COMMENT ON RULE r ON v IS 'R';
            """,
            Base
            + """
            CREATE VIEW v AS SELECT id, a, b FROM t;
            CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
            COMMENT ON TRIGGER x ON v IS 'X';
            COMMENT ON RULE r ON v IS 'R';
            """),
        ["58 rule changes"] = new(
            Base + "CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (new.id);",
            Base + "CREATE RULE r AS ON UPDATE TO t WHERE new.id > 1 DO ALSO DELETE FROM u WHERE u.id = old.id;\nALTER TABLE t DISABLE RULE r;"),
        ["58 trigger on a partitioned table"] = new(
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id integer) PARTITION BY LIST (id);
            CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
            """,
            """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE t (id integer) PARTITION BY LIST (id);
            CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
            CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
            """),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_there_and_back(string change) =>
        await RoundTrip.ProveAsync(server, Changes[change], TestContext.Current.CancellationToken);
}
