using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Migrations;

/// <summary>What the splitter and the transaction rules say, against what a server says.</summary>
public sealed class MigrationTextOnServerTests(PostgresServer server)
{
    private const string Script = """"
        SELECT length($$ ; $$) -- 3
        ; SELECT length($tag$ ; $$ ; $other$ ; $tag$);
        SELECT length($тег$ ; $тег$);
        CREATE TEMP TABLE a$b$c (x$1 int, "we;ird""n" int);
        SELECT /* a /* b ; */ c ; */ 1;
        SELECT 6/*c;*//*d;*/ /2;
        SELECT length('C:\'
          ';\');
        SELECT length(E'\';' -- between; the parts
         -- 'twice
         '\';b');
        SELECT length(U&'d\0061t;a');
        SELECT length(B'101'::text);
        SELECT 5 - -3 --3
        ;;;
        CREATE TEMP TABLE t (a int, j jsonb);
        CREATE TABLE log (a int);
        SELECT count(*)::int FROM t WHERE j ? 'a;' AND j @> '{}';
        CREATE TABLE watched (a int);
        CREATE RULE r AS ON INSERT TO watched DO ALSO (INSERT INTO log VALUES (1); INSERT INTO log VALUES (length(');')););
        INSERT INTO watched VALUES (1);
        SELECT sum(a)::int FROM log;
        CREATE FUNCTION f1() RETURNS int RETURN 1 + 2;
        CREATE FUNCTION f2(a int) RETURNS int BEGIN ATOMIC
            SELECT CASE WHEN $1 > 0 THEN CASE a WHEN 1 THEN 10 END ELSE 0 END AS end; /* END; */
            SELECT (SELECT 7 end) + f1(); -- END;
        END;
        SELECT f2(1);
        CREATE FUNCTION f3() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN EXECUTE $e$ SELECT 1; $e$; RETURN 5; END $f$;
        SELECT f3();
        SET standard_conforming_strings = off; SET escape_string_warning = off;
        SELECT length('a\';b');
        SET standard_conforming_strings = on;
        SELECT length('a\')
        """";

    [Fact]
    public async Task A_server_takes_every_statement_as_it_was_cut()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken, minimumMajor: 14);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);

        var answers = new List<int>();
        foreach (var command in Assert.Single(MigrationFile.ParseSection("x.sql", Script).Steps).Commands.Cast<SqlCommand>())
        {
            // A batch sends its commands untouched.
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(command.Sql) } };
            if (await batch.ExecuteScalarAsync(cancellationToken) is int answer)
            {
                answers.Add(answer);
            }
        }

        Assert.Equal([3, 18, 3, 1, 3, 5, 5, 5, 3, 8, 0, 3, 10, 5, 4, 2], answers);
    }

    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY i2 ON t (a)")]
    [InlineData("CREATE INDEX i2 ON t (a)")]
    [InlineData("DROP INDEX CONCURRENTLY i")]
    [InlineData("DROP INDEX i")]
    [InlineData("REINDEX INDEX CONCURRENTLY i")]
    [InlineData("REINDEX (CONCURRENTLY) TABLE t")]
    [InlineData("REINDEX (CONCURRENTLY false) TABLE t")]
    [InlineData("REINDEX TABLE t")]
    [InlineData("REINDEX SCHEMA public")]
    [InlineData("ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY")]
    [InlineData("ALTER TABLE p DETACH PARTITION p1")]
    [InlineData("VACUUM t")]
    [InlineData("ANALYZE t")]
    [InlineData("CLUSTER")]
    [InlineData("CLUSTER t USING i")]
    [InlineData("CREATE DATABASE never")]
    [InlineData("DROP DATABASE IF EXISTS never")]
    [InlineData("ALTER SYSTEM SET work_mem = '1MB'")]
    [InlineData("DISCARD ALL")]
    [InlineData("DISCARD PLANS")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY v")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p")]
    [InlineData("COMMIT PREPARED 'x'")]
    [InlineData("DO $$ BEGIN UPDATE t SET a = 1; COMMIT; END $$")]
    [InlineData("DO $$ BEGIN UPDATE t SET a = 1; END $$")]
    public async Task What_a_server_refuses_in_a_transaction_is_found_before(string sql)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken, minimumMajor: 14);
        await database.ExecuteAsync(
            """
            CREATE TABLE t (a int);
            CREATE INDEX i ON t (a);
            CREATE TABLE p (a int) PARTITION BY RANGE (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
            CREATE UNIQUE INDEX vi ON v (a);
            """,
            cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(sql) } };

        var error = await Record.ExceptionAsync(() => batch.ExecuteNonQueryAsync(cancellationToken)) as PostgresException;

        var isRefused = error?.SqlState is PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InvalidTransactionTermination;
        var problems = MigrationRules.Check(MigrationFile.ParseSection("x.sql", sql));
        Assert.Equal(isRefused ? ["HM0215"] : [], problems.Select(p => p.Code));
        Assert.True(isRefused || error is null, error?.Message);
    }
}
