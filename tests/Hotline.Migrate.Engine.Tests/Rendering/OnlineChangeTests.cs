using Hotline.Migrate.Rendering;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>Changes of tables with rows that do not keep others from reading and writing while PostgreSQL looks at the rows.</summary>
public sealed class OnlineChangeTests(PostgresServer server)
{
    [Fact]
    public async Task Scenario_36_a_foreign_key_between_existing_tables_is_validated_later()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, n integer);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, n integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT k CHECK (n > 0));
            CREATE TABLE c (x integer CONSTRAINT g REFERENCES a (id), CONSTRAINT k CHECK (x > 0));
            """)
        {
            Rows = "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);",
        });

        Assert.Equal(
            """
            CREATE TABLE c (
                x integer,
                CONSTRAINT k CHECK (x > 0),
                CONSTRAINT g FOREIGN KEY (x) REFERENCES a (id)
            );

            ALTER TABLE b ADD CONSTRAINT k CHECK (n > 0) NOT VALID;

            ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id) NOT VALID;

            -- hm:step validate

            ALTER TABLE b VALIDATE CONSTRAINT k;

            ALTER TABLE b VALIDATE CONSTRAINT f;

            """,
            body.Upgrade);
    }

    [Fact]
    public async Task Scenario_37_a_foreign_key_that_changes_is_validated_later_and_one_that_was_not_valid_in_place()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
            ALTER TABLE b ADD CONSTRAINT g FOREIGN KEY (x) REFERENCES a (id) NOT VALID;
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id) ON DELETE CASCADE, CONSTRAINT g FOREIGN KEY (x) REFERENCES a (id));
            """)
        {
            Rows = "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);",
        });

        Assert.Equal(
            """
            ALTER TABLE b DROP CONSTRAINT f;

            ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id) ON DELETE CASCADE NOT VALID;

            -- hm:step validate

            ALTER TABLE b VALIDATE CONSTRAINT g;

            ALTER TABLE b VALIDATE CONSTRAINT f;

            """,
            body.Upgrade);
    }

    [Fact]
    public async Task Scenario_36_a_foreign_key_of_a_partitioned_table_is_added_whole()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer) PARTITION BY LIST (x);
            CREATE TABLE b1 PARTITION OF b FOR VALUES IN (1);
            """,
            """
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (x integer, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT k CHECK (x > 0)) PARTITION BY LIST (x);
            CREATE TABLE b1 PARTITION OF b FOR VALUES IN (1);
            """)
        {
            Rows = "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);",
        });

        Assert.Contains("ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id);", body.Upgrade, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE b VALIDATE CONSTRAINT k;", body.Upgrade, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_13_not_null_is_proved_by_a_condition_that_goes_again()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE t (x integer, y integer);
            """,
            """
            CREATE TABLE t (x integer NOT NULL DEFAULT 7, y integer);
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 1), (NULL, 2);",
            After = "SELECT sum(x) FROM t",
            Gives = "8",
        });

        Assert.Equal(
            """
            ALTER TABLE t ALTER COLUMN x SET DEFAULT 7;

            UPDATE t SET x = 7 WHERE x IS NULL;

            ALTER TABLE t ADD CONSTRAINT t_x_is_not_null CHECK (x IS NOT NULL) NOT VALID;

            -- hm:step validate

            ALTER TABLE t VALIDATE CONSTRAINT t_x_is_not_null;

            ALTER TABLE t
                ALTER COLUMN x SET NOT NULL,
                DROP CONSTRAINT t_x_is_not_null;

            """,
            body.Upgrade);
    }

    [Theory]
    [InlineData("CREATE TABLE t (x integer, CONSTRAINT k CHECK (x IS NOT NULL));", "CREATE TABLE t (x integer NOT NULL, CONSTRAINT k CHECK (x IS NOT NULL));", """
        ALTER TABLE t ALTER COLUMN x SET NOT NULL;

        """)]
    [InlineData("CREATE TABLE t (x integer, CONSTRAINT k CHECK (x IS NOT NULL));", "CREATE TABLE t (x integer NOT NULL);", """
        ALTER TABLE t ALTER COLUMN x SET NOT NULL;

        ALTER TABLE t DROP CONSTRAINT k;

        """)]
    [InlineData("CREATE TABLE t (x integer);", "CREATE TABLE t (x integer NOT NULL, CONSTRAINT k CHECK (x IS NOT NULL));", """
        UPDATE t SET x = 0 WHERE x IS NULL;

        ALTER TABLE t ADD CONSTRAINT k CHECK (x IS NOT NULL) NOT VALID;

        -- hm:step validate

        ALTER TABLE t VALIDATE CONSTRAINT k;

        ALTER TABLE t ALTER COLUMN x SET NOT NULL;

        """)]
    [InlineData("CREATE TABLE t (x integer); ALTER TABLE t ADD CONSTRAINT k CHECK (x IS NOT NULL) NOT VALID;", "CREATE TABLE t (x integer NOT NULL, CONSTRAINT k CHECK (x IS NOT NULL));", """
        UPDATE t SET x = 0 WHERE x IS NULL;

        -- hm:step validate

        ALTER TABLE t VALIDATE CONSTRAINT k;

        ALTER TABLE t ALTER COLUMN x SET NOT NULL;

        """)]
    public async Task Scenario_14_a_condition_that_is_there_is_the_proof(string from, string to, string expected)
    {
        var body = await ProveAsync(new(from, to) { Rows = "INSERT INTO t VALUES (1);", Hints = Backfill.Of("x", "0") });

        Assert.Equal(expected, body.Upgrade);
    }

    [Theory]
    [InlineData("u", "UNIQUE")]
    [InlineData("other", "UNIQUE")]
    [InlineData("u", "PRIMARY KEY")]
    public async Task Scenario_25_a_unique_index_becomes_the_constraints_own(string name, string kind)
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE t (x integer NOT NULL, y integer);
            CREATE UNIQUE INDEX u ON t (x) INCLUDE (y);
            CREATE TABLE r (x integer CONSTRAINT f REFERENCES t (x));
            """,
            $"""
            CREATE TABLE t (x integer NOT NULL, y integer, CONSTRAINT {name} {kind} (x) INCLUDE (y));
            CREATE TABLE r (x integer CONSTRAINT f REFERENCES t (x));
            """)
        {
            Rows = "INSERT INTO t VALUES (1, 2); INSERT INTO r VALUES (1);",
        });

        Assert.Contains($"ALTER TABLE t ADD CONSTRAINT {name} {kind} USING INDEX u;", body.Upgrade, StringComparison.Ordinal);
        Assert.DoesNotContain("DROP INDEX", body.Upgrade, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_25_an_index_of_another_shape_is_not_taken_over()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE t (x integer, y integer);
            CREATE UNIQUE INDEX u ON t (x) WHERE y > 0;
            CREATE UNIQUE INDEX v ON t (y DESC);
            """,
            """
            CREATE TABLE t (x integer, y integer, CONSTRAINT u UNIQUE (x), CONSTRAINT v UNIQUE (y));
            """));

        Assert.DoesNotContain("USING INDEX", body.Upgrade, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenarios_22_and_23_a_changed_index_is_there_before_the_old_one_goes()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE t (foo integer, bar integer);
            CREATE INDEX old_idx ON t (bar);
            CREATE INDEX idx ON t (foo);
            COMMENT ON INDEX idx IS 'I';
            """,
            """
            CREATE TABLE t (foo integer, bar integer);
            CREATE INDEX new_idx ON t (bar);
            CREATE INDEX idx ON t (foo, bar);
            COMMENT ON INDEX idx IS 'J';
            """)
        {
            Rendering = Concurrent,
            Rows = "INSERT INTO t VALUES (1, 2);",
        });

        Assert.Equal(
            """
            ALTER INDEX old_idx RENAME TO new_idx;

            -- hm:step indexes-1
            -- hm:no-transaction

            CREATE INDEX CONCURRENTLY idx_new ON t (foo, bar);

            DROP INDEX CONCURRENTLY idx;

            ALTER INDEX idx_new RENAME TO idx;

            COMMENT ON INDEX idx IS 'J';

            """,
            body.Upgrade);
    }

    [Fact]
    public async Task Scenario_25_the_index_of_a_new_key_is_built_concurrently()
    {
        var body = await ProveAsync(new(
            """
            CREATE TABLE t (x integer NOT NULL, y integer);
            CREATE TABLE p (x integer) PARTITION BY LIST (x);
            """,
            """
            CREATE TABLE t (x integer PRIMARY KEY, y integer, CONSTRAINT u UNIQUE (y) INCLUDE (x) DEFERRABLE);
            CREATE TABLE p (x integer, CONSTRAINT pu UNIQUE (x)) PARTITION BY LIST (x);
            CREATE INDEX pi ON p (x);
            """)
        {
            Rendering = Concurrent,
            Rows = "INSERT INTO t VALUES (1, 2);",
        });

        Assert.Equal(
            """
            ALTER TABLE p ADD CONSTRAINT pu UNIQUE (x);

            CREATE INDEX pi ON p (x);

            -- hm:step indexes-1
            -- hm:no-transaction

            CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (x);

            -- hm:step step-2

            ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

            -- hm:step indexes-3
            -- hm:no-transaction

            CREATE UNIQUE INDEX CONCURRENTLY u ON t (y) INCLUDE (x);

            -- hm:step step-4

            ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX u DEFERRABLE;

            """,
            body.Upgrade);
    }

    [Fact]
    public async Task A_table_that_becomes_a_partition_has_its_conditions_at_once()
    {
        await ProveAsync(new(
            """
            CREATE TABLE p (x integer NOT NULL, y integer) PARTITION BY LIST (x);
            CREATE TABLE q (x integer, y integer);
            """,
            """
            CREATE TABLE p (x integer NOT NULL DEFAULT 1, y integer NOT NULL DEFAULT 1, CONSTRAINT k CHECK (y > 0)) PARTITION BY LIST (x);
            CREATE TABLE q PARTITION OF p FOR VALUES IN (1);
            """)
        {
            Rows = "INSERT INTO q VALUES (1, 2);",
            Survives = "SELECT * FROM q",
        });
    }

    private static RenderOptions Concurrent { get; } = RenderOptions.Online with { ConcurrentIndexes = true };

    private Task<MigrationBody> ProveAsync(Change change) => RoundTrip.ProveAsync(server, change, TestContext.Current.CancellationToken);
}
