using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class NoTransactionTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concurrent_index_is_built_in_a_step_without_transaction_between_two_with_one()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("""
            CREATE TABLE a (id int);
            -- hm:step index
            -- hm:no-transaction
            CREATE INDEX CONCURRENTLY a_id ON a (id);
            -- hm:step rest
            COMMENT ON INDEX a_id IS 'there';
            """);

        await project.UpgradeAsync(database);

        Assert.True(await IsValidAsync(database, "a_id"));
        var history = await Project.HistoryAsync(database);
        Assert.Equal([Project.Revision(1)], history.Heads);
        Assert.Empty(history.Unfinished);
    }

    [Fact]
    public async Task Runs_that_wait_for_the_lock_do_not_hold_up_a_concurrent_index_build()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a AS SELECT g AS id FROM generate_series(1, 20000) g", CancellationToken);
        var project = new Project();
        for (var i = 0; i < 4; i++)
        {
            project.Add($"-- hm:no-transaction\nCREATE INDEX CONCURRENTLY a_{i} ON a (id);");
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => project.UpgradeAsync(database))));

        Assert.Equal(4, results.Sum(r => r.Changes.Count));
        Assert.Equal(4L, await database.ScalarAsync<long>(
            "SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass AND indisvalid", CancellationToken));
    }

    [Fact]
    public async Task Rerun_goes_on_behind_the_statements_that_are_done()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        const string Start = "-- hm:no-transaction\nSET search_path = pg_catalog, public;\nINSERT INTO public.a VALUES (1);\n";
        var project = new Project().Add(Start + "INSERT INTO nowhere VALUES (1);\nINSERT INTO a VALUES (3);");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        Assert.Contains("2 statements", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Equal(2, (await Project.HistoryAsync(database)).Unfinished[0].Finished);

        project.Replace(1, Start + "INSERT INTO a SELECT 2 WHERE current_setting('search_path') LIKE 'pg_catalog%';\nINSERT INTO a VALUES (3);");
        var events = new RecordedEvents();
        await project.UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.Equal("1,2,3", await database.ScalarAsync<string>("SELECT string_agg(n::text, ',' ORDER BY n) FROM a", CancellationToken));
        Assert.Equal(2, Assert.Single(events.Of<RunEvent.CommandsSkipped>()).Count);
        Assert.Empty((await Project.HistoryAsync(database)).Unfinished);
    }

    [Fact]
    public async Task Rerun_refuses_when_what_is_done_was_edited()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nINSERT INTO a VALUES (1);\nINSERT INTO nowhere VALUES (1);");
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        project.Replace(1, "-- hm:no-transaction\nINSERT INTO a VALUES (7);\nINSERT INTO a VALUES (8);");
        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.FinishedPartEdited, failure.Diagnostics[0].Code);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_id ON public.a (id);")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"a_id\" ON ONLY \"a\" USING btree (id);")]
    public async Task Invalid_index_of_a_failed_build_is_dropped_and_built_again(string statement)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1);", CancellationToken);
        var project = new Project().Add($"-- hm:no-transaction\n{statement}");
        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        Assert.Equal("23505", failure.Diagnostics[0].SqlState);
        Assert.False(await IsValidAsync(database, "a_id"));

        await database.ExecuteAsync("DELETE FROM a", CancellationToken);
        var events = new RecordedEvents();
        await project.UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.True(await IsValidAsync(database, "a_id"));
        Assert.Equal(DiagnosticCodes.InvalidIndexDropped, Assert.Single(events.Of<RunEvent.Warned>()).Diagnostic.Code);
    }

    [Fact]
    public async Task Index_build_waits_its_turn_behind_one_of_somebody_else()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int, n int)", CancellationToken);
        await using var writer = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var writing = await writer.BeginTransactionAsync(CancellationToken);
        await using (var insert = new NpgsqlCommand("INSERT INTO a VALUES (1)", writer))
        {
            await insert.ExecuteNonQueryAsync(CancellationToken);
        }

        var theirs = Task.Run(() => database.ExecuteAsync("CREATE INDEX CONCURRENTLY a_id ON a (id)", CancellationToken), CancellationToken);
        await Sessions.WaitAsync(database, "query LIKE 'CREATE INDEX CONCURRENTLY a_id%' AND wait_event_type = 'Lock'", CancellationToken);
        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Blocked)
            {
                writing.Rollback();
            }
        });
        await new Project().Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY a_n ON a (n);\nDROP INDEX CONCURRENTLY a_id;")
            .UpgradeAsync(database, new RunnerOptions { Progress = events });

        await theirs;
        Assert.Contains("a_id", events.Of<RunEvent.Blocked>().First().Query, StringComparison.Ordinal);
        Assert.Empty(events.Of<RunEvent.Retrying>());
        Assert.True(await IsValidAsync(database, "a_n"));
    }

    [Fact]
    public async Task Index_build_whose_session_is_killed_is_done_again()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY a_id ON a (id);");
        await using (var blocker = await database.DataSource.OpenConnectionAsync(CancellationToken))
        await using (await blocker.BeginTransactionAsync(CancellationToken))
        {
            await using var insert = new NpgsqlCommand("INSERT INTO a VALUES (1)", blocker);
            await insert.ExecuteNonQueryAsync(CancellationToken);
            var upgrade = Task.Run(() => project.UpgradeAsync(database), CancellationToken);
            await Sessions.KillAsync(database, "query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'", CancellationToken);

            var failure = await Assert.ThrowsAsync<DiagnosticException>(() => upgrade);
            Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        }

        var half = Assert.Single((await Project.HistoryAsync(database)).Unfinished);
        Assert.Equal(0, half.Running);
        Assert.False(half.Failed);
        await project.UpgradeAsync(database);
        Assert.True(await IsValidAsync(database, "a_id"));
    }

    [Fact]
    public async Task Partition_that_is_detached_keeps_nobody_waiting_for_longer_than_the_lock_timeout()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            "CREATE TABLE a (id int) PARTITION BY RANGE (id); CREATE TABLE a_1 PARTITION OF a FOR VALUES FROM (0) TO (10)", CancellationToken);
        await using var reader = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var reading = await reader.BeginTransactionAsync(CancellationToken);
        await using (var read = new NpgsqlCommand("SELECT FROM a_1", reader))
        {
            await read.ExecuteNonQueryAsync(CancellationToken);
        }

        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Retrying)
            {
                reading.Rollback();
            }
        });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));

        await new Project().Add("-- hm:no-transaction\nALTER TABLE a DETACH PARTITION a_1 CONCURRENTLY;")
            .UpgradeAsync(database, limit.Token, new RunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(200), Progress = events });

        Assert.NotEmpty(events.Of<RunEvent.Retrying>());
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM pg_inherits", CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Index_without_a_name_is_not_built_beside_what_a_failed_or_interrupted_build_left(bool isKnownToHaveFailed)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCREATE UNIQUE INDEX CONCURRENTLY ON a (id);");
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        await database.ExecuteAsync($"UPDATE hotline_migrations_journal SET failed = {isKnownToHaveFailed}; DELETE FROM a", CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        await database.ExecuteAsync("DROP INDEX a_id_idx; UPDATE hotline_migrations_journal SET failed = true", CancellationToken);
        await project.UpgradeAsync(database);

        Assert.Equal(DiagnosticCodes.OutcomeUnknown, failure.Diagnostics[0].Code);
        Assert.EndsWith("DROP INDEX CONCURRENTLY public.a_id_idx", failure.Diagnostics[0].NextActions[0], StringComparison.Ordinal);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass AND indisvalid", CancellationToken));
    }

    [Fact]
    public async Task Index_that_was_built_although_the_answer_was_lost_is_taken_as_done()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY a_id ON a (id);");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync(
            $"""
            DELETE FROM hotline_migrations;
            INSERT INTO hotline_migrations_journal (revision, direction, finished, prefix_hash, running)
            VALUES ('{Project.Revision(1)}', 'upgrade', 0, '', 0)
            """, CancellationToken);

        var result = await project.UpgradeAsync(database);

        Assert.Equal([Project.Revision(1)], result.To);
    }

    [Fact]
    public async Task Procedure_that_commits_runs_outside_a_transaction()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            """
            CREATE TABLE a (n int);
            CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO a VALUES (1); COMMIT; INSERT INTO a VALUES (2); END $$;
            """, CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCALL fill();");

        await project.UpgradeAsync(database);

        Assert.Equal(2L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Statement_whose_outcome_nothing_tells_stops_the_run()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            "CREATE PROCEDURE slow() LANGUAGE plpgsql AS $$ BEGIN COMMIT; PERFORM pg_sleep(60); END $$", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCALL slow();");
        var upgrade = Task.Run(() => project.UpgradeAsync(database), CancellationToken);
        await Sessions.KillAsync(database, "query = 'CALL slow()' AND wait_event = 'PgSleep'", CancellationToken);
        await Assert.ThrowsAsync<DiagnosticException>(() => upgrade);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.OutcomeUnknown, failure.Diagnostics[0].Code);
        Assert.Equal(7, failure.Diagnostics[0].Where!.Line);
    }

    private static async Task<bool> IsValidAsync(TestDatabase database, string index) =>
        await database.ScalarAsync<bool>($"SELECT indisvalid FROM pg_index WHERE indexrelid = '{index}'::regclass", CancellationToken);
}
