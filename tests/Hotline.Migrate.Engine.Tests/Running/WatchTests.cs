using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class WatchTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(5000)]
    public async Task Who_is_in_the_way_is_told_before_the_lock_timeout_ends(int milliseconds)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        await using var blocker = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var transaction = await blocker.BeginTransactionAsync(CancellationToken);
        await using var select = new NpgsqlCommand("SELECT count(*) FROM a -- report", blocker);
        await select.ExecuteScalarAsync(CancellationToken);
        var isTold = new TaskCompletionSource<RunEvent.Blocked>();
        var events = new RecordedEvents(e =>
        {
            // Told in time, the person can act: here the one in the way goes.
            if (e is RunEvent.Blocked blocked && isTold.TrySetResult(blocked))
            {
                transaction.Rollback();
            }
        });

        await new Project().Add("ALTER TABLE a ADD COLUMN b int;").UpgradeAsync(
            database, new RunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(milliseconds), LockAttempts = 1, Progress = events });

        var told = await isTold.Task;
        Assert.Equal(blocker.ProcessID, told.Blocker.Pid);
        Assert.Equal("SELECT count(*) FROM a -- report", told.Query);
        Assert.Equal("idle in transaction", told.State);
        Assert.True(told.Age > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_prepared_transaction_in_the_way_is_told_too()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        Assert.SkipWhen(await database.ScalarAsync<string>("SHOW max_prepared_transactions", CancellationToken) == "0", "The server has no prepared transactions.");
        await database.ExecuteAsync("CREATE TABLE a (n int)", CancellationToken);
        await database.ExecuteAsync("BEGIN; LOCK a; PREPARE TRANSACTION 'left'", CancellationToken);
        try
        {
            var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new Project().Add("ALTER TABLE a ADD COLUMN b int;").UpgradeAsync(
                database, new RunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(500), LockAttempts = 1 }));
            Assert.Contains("a prepared transaction (pg_prepared_xacts)", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync("ROLLBACK PREPARED 'left'", CancellationToken);
        }
    }

    [Fact]
    public async Task Statements_of_one_transaction_are_told_while_they_run()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var events = new RecordedEvents();

        await new Project()
            .Add("SELECT pg_sleep(0.6);\nSELECT 1;\nSELECT pg_sleep(0.6);\nSELECT /* é */ pg_sleep(0.7);")
            .UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.Equal([1, 3, 4], events.Of<RunEvent.Running>().Select(e => e.Number).Distinct());
        Assert.All(events.Of<RunEvent.Running>(), e => Assert.Equal(4, e.Total));
        Assert.Contains(events.Of<RunEvent.Running>(), e => e.Elapsed > TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task An_index_build_tells_its_phases_and_how_far_they_are()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a AS SELECT md5(g::text) AS t FROM generate_series(1, 1500000) g", CancellationToken);
        var events = new RecordedEvents();

        await new Project().Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY i ON a (t);").UpgradeAsync(database, new RunnerOptions { Progress = events });

        var told = events.Of<RunEvent.Advancing>().ToList();
        Assert.Contains(told, e => e.Phase.StartsWith("building index", StringComparison.Ordinal));
        Assert.All(told, e => Assert.True(e.Total == 0 || e.Done <= e.Total, $"{e.Phase}: {e.Done} of {e.Total}"));
        Assert.Contains(told, e => e.Total > 0 && e.Done > 0);
    }
}
