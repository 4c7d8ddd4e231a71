using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

/// <summary>What a server is too old for is said before anything runs, and is what that server refuses.</summary>
public sealed class ServerFeatureTests(PostgresServer server)
{
    private const string Schema =
        """
        CREATE EXTENSION btree_gist;
        CREATE TABLE p (id int PRIMARY KEY, tenant int, period daterange, enforced boolean, UNIQUE (tenant, id));
        CREATE TABLE t (id int, tenant int, p_id int CONSTRAINT f REFERENCES p, a int, during daterange, twice int GENERATED ALWAYS AS (a * 2) STORED, doc text);
        CREATE VIEW v AS SELECT id FROM t;
        CREATE PUBLICATION feed;
        CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'maintain') THEN CREATE ROLE maintain; END IF; END $do$;
        """;

    // One statement a line: those of newer versions, and those that only look like them.
    private const string Statements =
        """
        CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT
        CREATE INDEX i ON t (a NULLS FIRST) WHERE (a IS NOT DISTINCT FROM p_id)
        ALTER TABLE t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a)
        CREATE TABLE n (a int UNIQUE NULLS NOT DISTINCT)
        ALTER TABLE t ADD FOREIGN KEY (tenant, p_id) REFERENCES p (tenant, id) ON DELETE SET NULL (p_id)
        ALTER TABLE t ADD FOREIGN KEY (tenant, p_id) REFERENCES p (tenant, id) ON DELETE SET NULL
        CREATE VIEW w WITH (security_invoker) AS SELECT 1 AS a
        CREATE OR REPLACE VIEW w (security_invoker) AS SELECT 1 AS a
        ALTER VIEW v SET (security_invoker = true)
        CREATE PUBLICATION q FOR TABLE p (id)
        CREATE PUBLICATION q FOR TABLE p WHERE (id > 0)
        CREATE PUBLICATION q FOR TABLE p WITH (publish = 'insert')
        CREATE PUBLICATION q FOR TABLES IN SCHEMA public
        ALTER PUBLICATION feed ADD TABLE t (id, a)
        CREATE PUBLICATION q FOR TABLE p WITH (publish_generated_columns = stored)
        CREATE UNLOGGED SEQUENCE q
        CREATE UNLOGGED TABLE q (id int)
        MERGE INTO t USING p ON t.p_id = p.id WHEN MATCHED THEN DELETE
        CREATE COLLATION c (provider = icu, locale = 'und', rules = '&a < b')
        CREATE COLLATION c (provider = icu, locale = 'und')
        CREATE COLLATION c (provider = builtin, locale = 'C.UTF-8')
        GRANT MAINTAIN ON t TO PUBLIC
        GRANT SELECT, MAINTAIN ON TABLE t TO maintain
        GRANT maintain TO CURRENT_USER
        REVOKE SELECT ON t FROM maintain
        ALTER DEFAULT PRIVILEGES GRANT MAINTAIN ON TABLES TO PUBLIC
        ALTER DEFAULT PRIVILEGES FOR ROLE maintain GRANT SELECT ON TABLES TO PUBLIC
        ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO PUBLIC
        CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION watch()
        CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION watch()
        CREATE TABLE n (id int GENERATED ALWAYS AS IDENTITY, day date) PARTITION BY RANGE (day)
        CREATE TABLE n (exclude int, day date) PARTITION BY RANGE (day)
        CREATE TABLE n (day date, EXCLUDE USING gist (day WITH =)) PARTITION BY RANGE (day)
        ALTER TABLE t ALTER COLUMN twice SET EXPRESSION AS (a * 3)
        CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)
        CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a + 1) NOT NULL)
        CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a + 1) STORED, virtual int)
        ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) VIRTUAL
        ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS IDENTITY
        ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT ENFORCED
        CREATE TABLE n (a int CHECK (a > 0) NOT ENFORCED)
        CREATE TABLE n (enforced boolean NOT NULL, CHECK (NOT enforced))
        ALTER TABLE p ADD CHECK (NOT enforced)
        ALTER TABLE t ALTER CONSTRAINT f NOT ENFORCED
        ALTER TABLE t ALTER CONSTRAINT f ENFORCED
        ALTER TABLE t ALTER CONSTRAINT f DEFERRABLE
        ALTER TABLE t ADD NOT NULL a
        ALTER TABLE t ADD CONSTRAINT filled NOT NULL a NOT VALID
        ALTER TABLE t ADD COLUMN filled int CONSTRAINT filled NOT NULL
        ALTER TABLE t ADD UNIQUE (a, during WITHOUT OVERLAPS)
        CREATE TABLE n (a int, d daterange, PRIMARY KEY (a, d WITHOUT OVERLAPS))
        CREATE TABLE n (a int, d timestamp without time zone, UNIQUE (a, d))
        CREATE TABLE n (a int, period daterange, UNIQUE (a, period), FOREIGN KEY (a, period) REFERENCES n (a, period))
        CREATE TABLE n (a int, d daterange, PRIMARY KEY (a, d WITHOUT OVERLAPS), FOREIGN KEY (a, PERIOD d) REFERENCES n (a, PERIOD d))
        CREATE TABLE n AS SELECT a AS virtual, NOT enforced AS enforced FROM t, p
        CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE ''ALTER TABLE t ALTER CONSTRAINT f NOT ENFORCED''; END'
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_is_what_the_server_refuses()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        await database.ExecuteAsync(Schema, CancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(CancellationToken);
        List<string> wrong = [];
        foreach (var sql in Statements.Split('\n'))
        {
            var said = ServerRules.Check(MigrationFile.ParseSection("x.sql", sql + ";"), connection.PostgreSqlVersion);
            var refused = await RefusalAsync(connection, sql);
            if (said.Count > 0 != refused is not null)
            {
                wrong.Add($"{sql}\n    said:   {string.Join(", ", said.Select(d => d.Summary))}\n    server: {refused}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Nothing_is_run_where_one_statement_needs_a_newer_server()
    {
        var version = await server.GetVersionAsync(CancellationToken);
        Assert.SkipWhen(version.Major >= 18, "This server knows all that is known today.");
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (id int);")
            .Add("CREATE TABLE b (\n    x int,\n    y int GENERATED ALWAYS AS (x * 2) VIRTUAL\n);");

        var refusal = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        var problem = Assert.Single(refusal.Diagnostics);
        Assert.Equal("HM0426", problem.Code);
        Assert.Equal(
            FormattableString.Invariant($"PostgreSQL {version.Major} has no generated columns that are computed on reading: CREATE TABLE b ( x int, y int GENERATED ALWAYS AS (x * 2) VI ..."),
            problem.Summary);
        Assert.Equal(11, problem.Where?.Column);
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace", CancellationToken));
    }

    private static async Task<string?> RefusalAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(CancellationToken);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.Message;
        }
        finally
        {
            await transaction.RollbackAsync(CancellationToken);
        }
    }
}
