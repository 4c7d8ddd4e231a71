using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class SafetyTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SET search_path = '';")]
    [InlineData("SELECT pg_catalog.set_config('search_path', '', false);")]
    [InlineData("SET ROLE pg_monitor;")]
    [InlineData("SET LOCAL ROLE pg_monitor;")]
    [InlineData("SET SESSION AUTHORIZATION pg_monitor;")]
    [InlineData("SET standard_conforming_strings = off;")]
    [InlineData("SET default_transaction_read_only = on;")]
    [InlineData("DO $$ BEGIN PERFORM set_config('client_encoding', 'LATIN1', false); END $$;")]
    [InlineData("SET statement_timeout = 1; RESET statement_timeout;")]
    public async Task What_a_script_sets_harms_neither_the_history_nor_the_next_migration(string script)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add($"CREATE TABLE a (name text);\n{script}")
            .Add(@"INSERT INTO a VALUES ('é\n'); INSERT INTO a VALUES (current_user);");

        await project.UpgradeAsync(database);

        Assert.Equal([Project.Revision(2)], (await Project.HistoryAsync(database)).Heads);
        Assert.Equal(@"é\n", await database.ScalarAsync<string>("SELECT name FROM public.a LIMIT 1", CancellationToken));
    }

    [Theory]
    [InlineData("RESET ALL;", "5s")]
    [InlineData("RESET lock_timeout;", "5s")]
    [InlineData("SET Lock_Timeout TO DEFAULT;", "5s")]
    [InlineData("SET LOCAL lock_timeout = DEFAULT;", "5s")]
    [InlineData("SET lock_timeout = '7s'; RESET statement_timeout;", "7s")]
    public async Task Statements_behind_a_reset_keep_the_lock_timeout(string reset, string limit)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        const string Note = "INSERT INTO seen SELECT current_setting('lock_timeout');";
        var project = new Project()
            .Add($"CREATE TABLE seen (lock_timeout text);\n{reset}\n{Note}")
            .Add($"-- hm:no-transaction\n{reset.Replace("LOCAL ", "", StringComparison.Ordinal)}\n{Note}");

        await project.UpgradeAsync(database);

        Assert.Equal($"{limit} {limit}", await database.ScalarAsync<string>("SELECT string_agg(lock_timeout, ' ') FROM seen", CancellationToken));
    }

    [Fact]
    public async Task Script_that_makes_its_transaction_read_only_is_told_so()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add("CREATE TABLE a (n int);\nSET TRANSACTION READ ONLY;").UpgradeAsync(database));

        Assert.Equal("25006", failure.Diagnostics[0].SqlState);
        Assert.StartsWith("The migration made its transaction read-only", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    [Fact]
    public async Task Enum_value_that_a_step_adds_is_there_for_the_next_step()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE a (m mood);", CancellationToken);
        var project = new Project().Add("""
            ALTER TYPE mood ADD VALUE 'happy';
            -- hm:step use
            INSERT INTO a VALUES ('happy');
            """);

        await project.UpgradeAsync(database);

        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Step_that_fails_leaves_the_steps_before_it_and_the_rerun_goes_on()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);\n-- hm:step two\nINSERT INTO a VALUES ('x');");
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        Assert.Empty((await Project.HistoryAsync(database)).Applied);
        Assert.Equal(1, Assert.Single((await Project.HistoryAsync(database)).Unfinished).Finished);

        project.Replace(1, "CREATE TABLE a (n int);\n-- hm:step two\nINSERT INTO a VALUES (2);");
        await project.UpgradeAsync(database);

        var history = await Project.HistoryAsync(database);
        Assert.Equal([Project.Revision(1)], history.Heads);
        Assert.Empty(history.Unfinished);
    }

    [Fact]
    public async Task Interrupted_migration_is_rolled_back_and_the_ones_before_it_stay()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (n int);")
            .Add("CREATE TABLE b (n int); SELECT pg_sleep(60);");
        using var interrupt = new CancellationTokenSource();
        var upgrade = Task.Run(() => project.UpgradeAsync(database, interrupt.Token), CancellationToken);
        await Sessions.WaitAsync(database, "wait_event = 'PgSleep'", CancellationToken);

        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upgrade);
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('b')::text", CancellationToken));
        Assert.Equal(0L, await database.ScalarAsync<long>(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            CancellationToken));
        project.Replace(2, "CREATE TABLE b (n int);");
        Assert.Equal([Project.Revision(2)], (await project.UpgradeAsync(database)).To);
    }

    [Fact]
    public async Task Killed_session_rolls_back_and_says_so()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int); SELECT pg_sleep(60);");
        var upgrade = Task.Run(() => project.UpgradeAsync(database), CancellationToken);
        await Sessions.KillAsync(database, "wait_event = 'PgSleep'", CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => upgrade);

        Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        Assert.Contains("still at base", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Empty((await Project.HistoryAsync(database)).Applied);
    }

    [Fact]
    public async Task Run_stops_when_the_session_that_holds_its_lock_is_killed()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("SELECT pg_sleep(60);");
        var upgrade = Task.Run(() => project.UpgradeAsync(database), CancellationToken);
        await Sessions.WaitAsync(database, "wait_event = 'PgSleep'", CancellationToken);

        await database.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'hotline-migrate on%'",
            CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => upgrade);
        Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Locked_table_is_tried_again_until_it_is_free()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        var project = new Project().Add("ALTER TABLE a ADD COLUMN b int;");
        await using var blocker = await database.DataSource.OpenConnectionAsync(CancellationToken);
        var transaction = await blocker.BeginTransactionAsync(CancellationToken);
        await using (var select = new NpgsqlCommand("SELECT count(*) FROM a", blocker))
        {
            await select.ExecuteScalarAsync(CancellationToken);
        }

        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Retrying { Attempt: 2 })
            {
                transaction.Rollback();
            }
        });

        await project.UpgradeAsync(database, new RunnerOptions
        {
            LockTimeout = TimeSpan.FromMilliseconds(50), RetryDelay = TimeSpan.FromMilliseconds(10), Progress = events,
        });

        Assert.Equal(2, events.Of<RunEvent.Retrying>().Count());
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Live_traffic_queues_behind_a_waiting_migration_for_the_lock_timeout_at_most()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        await using var report = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var transaction = await report.BeginTransactionAsync(CancellationToken);
        await using var select = new NpgsqlCommand("SELECT count(*) FROM a", report);
        await select.ExecuteScalarAsync(CancellationToken);
        var upgrade = Task.Run(
            () => new Project().Add("ALTER TABLE a ADD COLUMN b int;").UpgradeAsync(database, new RunnerOptions
            {
                LockTimeout = TimeSpan.FromMilliseconds(200), LockAttempts = 1000, LongestRetryDelay = TimeSpan.FromMilliseconds(50),
            }),
            CancellationToken);

        var longest = TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(4))
        {
            var started = watch.Elapsed;
            await database.ExecuteAsync("INSERT INTO a VALUES (1)", CancellationToken);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (watch.Elapsed - started).Ticks));
        }

        // The report is open for four seconds; without the timeout every insert would have waited for its end.
        Assert.InRange(longest, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        await transaction.RollbackAsync(CancellationToken);
        Assert.Equal([Project.Revision(1)], (await upgrade).To);
    }

    [Fact]
    public async Task Table_that_stays_locked_fails_the_migration_in_the_end()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        await using var blocker = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var transaction = await blocker.BeginTransactionAsync(CancellationToken);
        await using var select = new NpgsqlCommand("SELECT count(*) FROM a", blocker);
        await select.ExecuteScalarAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add("ALTER TABLE a ADD COLUMN b int;").UpgradeAsync(
            database,
            new RunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(1500), LockAttempts = 2, RetryDelay = TimeSpan.FromMilliseconds(1) }));

        Assert.Equal(DiagnosticCodes.LockTimeout, failure.Diagnostics[0].Code);
        Assert.Equal("55P03", failure.Diagnostics[0].SqlState);
        Assert.Contains(FormattableString.Invariant($"Held up by pid {blocker.ProcessID}"), failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Contains("SELECT count(*) FROM a", failure.Diagnostics[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deferred_constraint_that_fails_at_the_commit_rolls_back()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)", CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add("INSERT INTO a VALUES (1), (1);").UpgradeAsync(database));

        Assert.Equal("23505", failure.Diagnostics[0].SqlState);
        Assert.Equal(new SourceLocation("migrations/1.sql"), failure.Diagnostics[0].Where);
        Assert.Empty((await Project.HistoryAsync(database)).Applied);
    }

    [Fact]
    public async Task Copy_data_is_loaded_in_the_migrations_transaction()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        const string Upgrade = "CREATE TABLE a (n int, t text);\nCOPY a (n, t) FROM stdin;\n1\tone\n2\t\\N\n\\.\nUPDATE a SET n = n + 10;\n";

        await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add(Upgrade + "SELECT 1/0;").UpgradeAsync(database));
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));

        await new Project().Add(Upgrade).UpgradeAsync(database);
        Assert.Equal("11one,12", await database.ScalarAsync<string>(
            "SELECT string_agg(n || coalesce(t, ''), ',' ORDER BY n) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Thousands_of_statements_are_one_transaction()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var inserts = string.Join('\n', Enumerable.Range(0, 1700).Select(i => FormattableString.Invariant($"INSERT INTO a VALUES ({i});")));

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add($"CREATE TABLE a (n int);\n{inserts}\nSELECT 1/0;").UpgradeAsync(database));
        Assert.Equal(1707, failure.Diagnostics[0].Where!.Line);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));

        await new Project().Add($"CREATE TABLE a (n int);\n{inserts}").UpgradeAsync(database);
        Assert.Equal(1700L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Single_transaction_applies_all_or_nothing()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var options = new RunnerOptions { SingleTransaction = true };
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);").Add("SELECT 1/0;");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, options));
        Assert.Equal("migrations/3.sql", failure.Diagnostics[0].Where!.Path);
        Assert.Empty((await Project.HistoryAsync(database)).Applied);

        await project.Replace(3, "INSERT INTO a VALUES (1);").UpgradeAsync(database, options);
        Assert.Equal([Project.Revision(3)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Single_transaction_takes_the_steps_of_a_migration_together()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var options = new RunnerOptions { SingleTransaction = true };
        var project = new Project()
            .Add("CREATE TABLE a (n int);\nINSERT INTO a VALUES (1);\nALTER TABLE a ADD CONSTRAINT c CHECK (n > 1) NOT VALID;\n-- hm:step validate\nALTER TABLE a VALIDATE CONSTRAINT c;")
            .Add("CREATE TABLE b (n int);");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, options));
        Assert.Equal("23514", failure.Diagnostics[0].SqlState);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
        Assert.Empty((await Project.HistoryAsync(database)).Unfinished);

        await project.Replace(1, "CREATE TABLE a (n int);\n-- hm:step two\nALTER TABLE a ADD m int;").UpgradeAsync(database, options);
        Assert.Equal(2, (await Project.HistoryAsync(database)).Applied.Count);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM hotline_migrations", CancellationToken));
    }

    [Fact]
    public async Task Single_transaction_says_which_statement_needs_a_commit_before_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TYPE mood AS ENUM ('good')", CancellationToken);
        var project = new Project().Add("ALTER TYPE mood ADD VALUE 'bad';\n-- hm:step use\nCREATE TABLE a (m mood DEFAULT 'bad');\nINSERT INTO a VALUES ('bad');");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, new RunnerOptions { SingleTransaction = true }));
        Assert.Equal("55P04", failure.Diagnostics[0].SqlState);
        Assert.Contains("without --single-transaction", failure.Diagnostics[0].NextActions[0], StringComparison.Ordinal);

        await project.UpgradeAsync(database);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Draft_of_several_steps_that_fails_leaves_nothing_so_its_next_text_is_applied()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var options = new RunnerOptions { AllowDrafts = true };
        const string First = "CREATE TABLE a (n int);\nINSERT INTO a VALUES (1);\nALTER TABLE a ADD CONSTRAINT c CHECK (n > 1) NOT VALID;\n-- hm:step validate\nALTER TABLE a VALIDATE CONSTRAINT c;";
        var project = new Project().AddDraft(First, "ALTER TABLE a DROP CONSTRAINT c;\n-- hm:step rest\nDROP TABLE a;");

        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, options));
        Assert.Empty((await Project.HistoryAsync(database)).Unfinished);

        await project.Replace(1, First.Replace("n > 1", "n > 0", StringComparison.Ordinal), "DROP TABLE a;", isSealed: false).UpgradeAsync(database, options);
        await project.Replace(1, "CREATE TYPE mood AS ENUM ('good');\n-- hm:step add\nALTER TYPE mood ADD VALUE 'bad';\n-- hm:step use\nCREATE TABLE b (m mood DEFAULT 'bad');\nINSERT INTO b VALUES ('bad');", "", isSealed: false)
            .UpgradeAsync(database, options);

        Assert.Single((await Project.HistoryAsync(database)).Applied);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM b", CancellationToken));
    }

    [Fact]
    public async Task Draft_of_very_many_statements_is_committed_step_by_step()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var many = string.Concat(Enumerable.Repeat("COMMENT ON TABLE a IS 'a';\n", 1000));
        var project = new Project().AddDraft($"CREATE TABLE a (n int);\n{many}-- hm:step part-2\nSELECT 1 / 0;");

        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, new RunnerOptions { AllowDrafts = true }));

        Assert.Equal(1001, Assert.Single((await Project.HistoryAsync(database)).Unfinished).Finished);
    }

    [Fact]
    public async Task Prepared_statement_that_is_lost_on_the_way_is_done_without()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            """
            CREATE TABLE seen (n int);
            CREATE FUNCTION forget(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DEALLOCATE ALL'; RETURN n; END $$;
            """, CancellationToken);
        var project = Enumerable.Range(1, 60).Aggregate(
            new Project(), (p, i) => p.Add(FormattableString.Invariant($"INSERT INTO seen VALUES ({(i is 30 or 50 ? $"forget({i})" : i)});")));
        var events = new RecordedEvents();

        await project.UpgradeAsync(database, new RunnerOptions { Progress = events, RetryDelay = TimeSpan.FromMilliseconds(1) });

        Assert.NotEmpty(events.Of<RunEvent.Retrying>());
        Assert.All(events.Of<RunEvent.Retrying>(), e => Assert.Contains("prepared statement", e.Reason, StringComparison.Ordinal));
        Assert.Equal(60, (await Project.HistoryAsync(database)).Applied.Count);
        Assert.Equal("60 60", await database.ScalarAsync<string>("SELECT count(*) || ' ' || count(DISTINCT n) FROM seen", CancellationToken));
    }

    [Fact]
    public async Task Single_transaction_refuses_a_migration_that_commits_in_between()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add("CREATE TABLE a (n int);").Add("-- hm:no-transaction\nVACUUM;")
                .UpgradeAsync(database, new RunnerOptions { SingleTransaction = true }));

        Assert.Equal(DiagnosticCodes.NotInSingleTransaction, failure.Diagnostics[0].Code);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }
}
