using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Locking;

public sealed class RunLockTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_ends_at_the_limit_and_tells_who_has_the_lock()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var held = await AcquireAsync(database);
        var events = new RecordedEvents();

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add("CREATE TABLE a (n int);")
            .UpgradeAsync(database, new RunnerOptions { LockWait = TimeSpan.FromMilliseconds(200), Progress = events }));

        Assert.Equal(FailureKind.Lock, failure.Kind);
        Assert.Equal(DiagnosticCodes.LockNotGot, failure.Diagnostics[0].Code);
        Assert.Contains(Environment.MachineName, failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Contains("pg_terminate_backend", failure.Diagnostics[0].NextActions[1], StringComparison.Ordinal);
        Assert.Single(events.Of<RunEvent.WaitingForLock>());
        Assert.False((await Project.HistoryAsync(database)).IsCreated);
    }

    [Fact]
    public async Task Lock_is_free_again_when_its_session_is_killed_and_the_holder_notices()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var held = await AcquireAsync(database);

        await database.ScalarAsync<bool>(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            CancellationToken);

        await using var next = await AcquireAsync(database);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Two_histories_of_one_database_do_not_wait_for_each_other()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var held = await AcquireAsync(database);

        await new Project().Add("CREATE TABLE a (n int);").UpgradeAsync(
            database, new RunnerOptions { History = new HistoryTableName("tenant", "hotline_migrations"), LockWait = TimeSpan.Zero });

        Assert.Equal("a", await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    [Fact]
    public async Task Session_that_an_earlier_run_left_behind_is_waited_for()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var orphan = await WorkSession.OpenAsync(
            token => database.DataSource.OpenConnectionAsync(token).AsTask(), new RunnerOptions(), CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add("CREATE TABLE a (n int);")
            .UpgradeAsync(database, new RunnerOptions { LockWait = TimeSpan.FromMilliseconds(100) }));

        Assert.Equal(FailureKind.Lock, failure.Kind);
    }

    [Fact]
    public async Task Nothing_to_do_needs_no_lock()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await project.UpgradeAsync(database);
        await using var held = await AcquireAsync(database);

        Assert.Empty((await project.UpgradeAsync(database, new RunnerOptions { LockWait = TimeSpan.Zero })).Changes);
    }

    [Fact]
    public async Task Nothing_to_do_gives_its_connection_back()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 2, Timeout = 5 });
        var runner = new MigrationRunner(source, new RunnerOptions());

        for (var run = 0; run < 4; run++)
        {
            await runner.RunAsync(history => MigrationPlans.Upgrade(project.Set, history, [], new RunnerOptions()), CancellationToken);
        }

        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }

    private static async Task<RunLock> AcquireAsync(TestDatabase database) => await RunLock.AcquireAsync(
        await database.DataSource.OpenConnectionAsync(CancellationToken),
        token => database.DataSource.OpenConnectionAsync(token).AsTask(),
        HistoryTableName.Default,
        TimeSpan.FromSeconds(10),
        waiting: null,
        TimeSpan.FromSeconds(30),
        CancellationToken);
}
