using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Locking;

public sealed class CrowdTests(PostgresServer server)
{
    private const int Runs = 32;
    private static readonly RunnerOptions Patient = new() { LockWait = TimeSpan.FromMinutes(2) };

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_runs_that_start_together_apply_everything_once()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE effects (n int); CREATE TABLE rows (id int PRIMARY KEY, n int); INSERT INTO rows SELECT g, 0 FROM generate_series(1, 100) g", CancellationToken);
        var project = new Project()
            .Add("INSERT INTO effects VALUES (1);")
            .Add("INSERT INTO effects VALUES (2);\n-- hm:step two\nINSERT INTO effects VALUES (3);")
            .Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY rows_n ON rows (n);\nINSERT INTO effects VALUES (4);")
            .Add("-- hm:no-transaction\n-- hm:batch size=30 key=id\nUPDATE rows SET n = n + 1;\nINSERT INTO effects VALUES (5);");
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var runs = Enumerable.Range(0, Runs).Select(_ => RunAsync(database, project, start.Task)).ToArray();
        start.SetResult();
        var results = await Task.WhenAll(runs);

        Assert.Equal(4, results.Sum(r => r.Changes.Count));
        Assert.All(results, r => Assert.Equal([Project.Revision(4)], r.To));
        Assert.Equal("1,2,3,4,5", await database.ScalarAsync<string>("SELECT string_agg(n::text, ',' ORDER BY n) FROM effects", CancellationToken));
        Assert.Equal(100L, await database.ScalarAsync<long>("SELECT count(*) FROM rows WHERE n = 1", CancellationToken));
    }

    [Fact]
    public async Task Runs_that_wait_for_the_lock_do_not_deadlock_with_the_holders_concurrent_index_build()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int)", CancellationToken);
        var project = new Project()
            .Add("-- hm:no-transaction\nCREATE INDEX CONCURRENTLY a_id ON a (id);")
            .Add("CREATE TABLE b (n int);");
        await using var traffic = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var transaction = await traffic.BeginTransactionAsync(CancellationToken);
        await using (var insert = new NpgsqlCommand("INSERT INTO a VALUES (1)", traffic))
        {
            await insert.ExecuteNonQueryAsync(CancellationToken);
        }

        var holder = RunAsync(database, project, Task.CompletedTask);
        await Sessions.WaitAsync(database, "query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'", CancellationToken);
        var events = new[] { new RecordedEvents(), new RecordedEvents(), new RecordedEvents() };
        var waiting = events.Select(e => RunAsync(database, project, Task.CompletedTask, e)).ToArray();
        while (!events.All(e => e.Of<RunEvent.WaitingForLock>().Any()))
        {
            await Task.Delay(20, CancellationToken);
        }

        await transaction.CommitAsync(CancellationToken);

        Assert.Equal(2, (await holder).Changes.Count);
        Assert.All(await Task.WhenAll(waiting), r => Assert.Empty(r.Changes));
        Assert.True(await database.ScalarAsync<bool>("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass", CancellationToken));
        Assert.All(events, e => Assert.Contains(
            FormattableString.Invariant($"hotline-migrate on {Environment.MachineName} ({Environment.ProcessId})"),
            Assert.Single(e.Of<RunEvent.WaitingForLock>()).Holder.ToString(),
            StringComparison.Ordinal));
    }

    private static async Task<RunResult> RunAsync(TestDatabase database, Project project, Task start, RecordedEvents? events = null)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false });
        var options = Patient with { Progress = events };
        await start;
        return await Task.Run(
            () => new MigrationRunner(source, options).RunAsync(history => MigrationPlans.Upgrade(project.Set, history, [], options), CancellationToken),
            CancellationToken);
    }
}
