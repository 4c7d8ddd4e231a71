using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Locking;

public sealed class PoolerTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("transaction")]
    [InlineData("statement")]
    public async Task Pooler_that_lends_sessions_out_is_refused_before_anything_is_changed(string mode)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var pooler = await PgBouncer.StartAsync(database, mode, CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => UpgradeAsync(pooler));

        Assert.Equal(DiagnosticCodes.TransactionPooler, failure.Diagnostics[0].Code);
        Assert.False((await Project.HistoryAsync(database)).IsCreated);
    }

    [Fact]
    public async Task Pooler_that_lends_its_sessions_out_in_turns_is_refused_too()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var pooler = await PgBouncer.StartAsync(database, "transaction", CancellationToken, roundRobin: true);
        await using var first = await pooler.DataSource.OpenConnectionAsync(CancellationToken);
        await using var second = await pooler.DataSource.OpenConnectionAsync(CancellationToken);
        await Task.WhenAll(new[] { first, second }.Select(async connection =>
        {
            // Both at once, so that the pooler opens two sessions.
            await using var command = new NpgsqlCommand("SELECT pg_sleep(0.5)", connection);
            await command.ExecuteNonQueryAsync(CancellationToken);
        }));

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => UpgradeAsync(pooler));

        Assert.Equal(DiagnosticCodes.TransactionPooler, failure.Diagnostics[0].Code);
        Assert.Contains("pool_mode = session", failure.Diagnostics[0].NextActions[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pooler_in_session_mode_is_as_good_as_none()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var pooler = await PgBouncer.StartAsync(database, "session", CancellationToken);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => UpgradeAsync(pooler))));

        Assert.Equal(1, results.Sum(r => r.Changes.Count));
    }

    private static Task<RunResult> UpgradeAsync(PgBouncer pooler)
    {
        var (set, options) = (new Project().Add("CREATE TABLE a (n int);").Set, new RunnerOptions());
        return new MigrationRunner(pooler.DataSource, options)
            .RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken);
    }
}
