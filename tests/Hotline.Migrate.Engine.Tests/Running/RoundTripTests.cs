using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class RoundTripTests(PostgresServer server, ITestOutputHelper output)
{
    // Two connections with what Npgsql asks first, the lock, the history and its tables, and giving all back.
    private const int AroundTheMigrations = 25;

    // The history on a connection that is open already.
    private const int NothingToDo = 4;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 100)]
    [InlineData(true, 100 / 50)]
    public async Task Migrations_need_a_round_trip_each_at_most(bool isSingle, int most)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CountingProxy(database);
        var project = Tables(100);
        var options = new RunnerOptions { SingleTransaction = isSingle };

        var roundTrips = await proxy.CountAsync(() => RunAsync(project, proxy, options));

        output.WriteLine($"{roundTrips} round trips");
        Assert.InRange(roundTrips, 1, AroundTheMigrations + most);
        Assert.Equal(100, (await Project.HistoryAsync(database)).Applied.Count);
    }

    [Fact]
    public async Task Nothing_to_do_needs_the_same_few_round_trips_however_much_is_applied()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CountingProxy(database);
        var project = Tables(100);
        await RunAsync(project, proxy, new RunnerOptions());

        var roundTrips = await proxy.CountAsync(() => RunAsync(project, proxy, new RunnerOptions()));

        output.WriteLine($"{roundTrips} round trips");
        Assert.InRange(roundTrips, 1, NothingToDo);
    }

    [Theory]
    [InlineData("SELECT no_such_column;")]
    [InlineData("DO $$ BEGIN RAISE deadlock_detected; END $$;")]
    public async Task Failure_among_migrations_that_travel_together_keeps_those_before_it_and_runs_none_behind_it(string failing)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = Tables(19).Add(failing).Add("CREATE TABLE behind (id int);");
        var events = new RecordedEvents();
        var options = new RunnerOptions { Progress = events, LockAttempts = 3, RetryDelay = TimeSpan.FromMilliseconds(1) };

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, options));

        Assert.EndsWith("20.sql", failure.Diagnostics[0].Where?.Path, StringComparison.Ordinal);
        Assert.Equal([Project.Revision(19)], (await Project.HistoryAsync(database)).Heads);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('behind')::text", CancellationToken));
        Assert.Equal(Enumerable.Range(1, 20), events.All.OfType<RunEvent.Started>().Select(e => e.Number));
        Assert.Equal(19, events.All.OfType<RunEvent.Finished>().Count());
        Assert.Equal(failing.StartsWith("DO", StringComparison.Ordinal) ? 2 : 0, events.All.OfType<RunEvent.Retrying>().Count());
    }

    [Fact]
    public async Task Settings_of_a_migration_do_not_reach_the_one_that_travels_behind_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = Tables(4)
            .Add("CREATE SCHEMA other; SET search_path = other; SET lock_timeout = 0; CREATE TABLE inside (id int);")
            .Add("CREATE TABLE outside AS SELECT current_setting('lock_timeout') AS lock_timeout, current_setting('statement_timeout') AS statement_timeout;");

        await project.UpgradeAsync(database);

        Assert.Equal("5s 0", await database.ScalarAsync<string>("SELECT lock_timeout || ' ' || statement_timeout FROM public.outside", CancellationToken));
        Assert.NotNull(await database.ScalarAsync<string>("SELECT to_regclass('other.inside')::text", CancellationToken));
    }

    [Fact]
    public async Task Migrations_that_travel_together_reach_the_disk_with_the_last_of_them()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); END $$", CancellationToken);
        // The first one goes alone, to see how quick they are.
        const string Note = "INSERT INTO seen SELECT current_setting('synchronous_commit');";
        var project = new Project().Add($"CREATE TABLE seen (setting text);\n{Note}").Add(Note).Add(Note);

        await project.UpgradeAsync(database);

        Assert.Equal("on off on", await database.ScalarAsync<string>("SELECT string_agg(setting, ' ') FROM seen", CancellationToken));
    }

    [Theory]
    [InlineData("DEALLOCATE ALL;")]
    [InlineData("DISCARD PLANS; DEALLOCATE ALL;")]
    [InlineData("DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$;")]
    [InlineData("-- hm:no-transaction\nDEALLOCATE ALL;")]
    public async Task Migrations_that_travel_together_are_recorded_by_a_prepared_statement_as_long_as_there_is_one(string deallocating)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = Tables(20).Add("CREATE TABLE prepared AS SELECT name FROM pg_prepared_statements;")
            .Add(deallocating, "SELECT 'it''s', E'\\\\';");
        for (var i = 0; i < 40; i++)
        {
            project.Add("CREATE TABLE IF NOT EXISTS more (id int);", "SELECT 'it''s', E'\\\\', '\\';");
        }

        await project.UpgradeAsync(database);

        var applied = (await Project.HistoryAsync(database)).Applied;
        Assert.Equal(Enumerable.Range(1, 62).Select(Project.Revision), applied.Select(row => row.Revision));
        Assert.Equal("SELECT 'it''s', E'\\\\', '\\';", applied[^1].DowngradeText?.Trim());
        Assert.All(applied, row => Assert.NotEmpty(row.Hash));
        Assert.Equal(62L, await database.ScalarAsync<long>("SELECT count(*) FROM hotline_migrations_log WHERE event = 'upgrade'", CancellationToken));
        Assert.StartsWith("hotline_migrate_", await database.ScalarAsync<string>("SELECT name FROM prepared", CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_transaction_records_every_migration_in_order()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = Tables(60).Add("").Add("SET search_path = nowhere;").Add("CREATE TABLE public.last (id int);", "DROP TABLE last;");

        await project.UpgradeAsync(database, new RunnerOptions { SingleTransaction = true });

        var applied = (await Project.HistoryAsync(database)).Applied;
        Assert.Equal(Enumerable.Range(1, 63).Select(Project.Revision), applied.Select(row => row.Revision));
        Assert.Equal("DROP TABLE last;", applied[^1].DowngradeText?.Trim());
        Assert.Equal(
            string.Join(' ', Enumerable.Range(1, 63).Select(Project.Revision)),
            await database.ScalarAsync<string>("SELECT string_agg(revision, ' ' ORDER BY id) FROM hotline_migrations_log", CancellationToken));
    }

    [Fact]
    public async Task Ways_back_are_read_only_where_they_are_needed()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = Tables(1).AddDraft("CREATE TABLE draft (id int);", "DROP TABLE draft;");
        await project.UpgradeAsync(database, new RunnerOptions { AllowDrafts = true });
        var runner = new MigrationRunner(database.DataSource, new RunnerOptions());

        var without = await runner.ReadHistoryAsync(withTexts: false, CancellationToken);
        var with = await runner.ReadHistoryAsync(CancellationToken);

        Assert.Equal([null, "DROP TABLE draft;"], without.Applied.Select(row => row.DowngradeText?.Trim()));
        Assert.Equal(["", "DROP TABLE draft;"], with.Applied.Select(row => row.DowngradeText?.Trim()));
        Assert.Throws<InvalidOperationException>(() => MigrationPlans.Downgrade(project.Set, without, "base"));
        Assert.Equal(2, MigrationPlans.Downgrade(project.Set, with, "base").Changes.Count);
    }

    private static Project Tables(int count)
    {
        var project = new Project();
        for (var i = 0; i < count; i++)
        {
            project.Add(FormattableString.Invariant($"CREATE TABLE t{i} (id int); INSERT INTO t{i} VALUES (1);"));
        }

        return project;
    }

    private static Task<RunResult> RunAsync(Project project, CountingProxy proxy, RunnerOptions options)
    {
        var set = project.Set;
        return new MigrationRunner(proxy.DataSource, options)
            .RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken);
    }
}
