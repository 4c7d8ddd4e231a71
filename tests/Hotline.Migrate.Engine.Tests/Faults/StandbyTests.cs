using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class StandbyTests
{
    private const string Batch = "-- hm:no-transaction\n-- hm:batch size=10 key=id sleep=20ms max-lag=300ms\nUPDATE a SET n = n + 1;";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batches_wait_while_a_standby_lags_behind_and_go_on_when_it_has_caught_up()
    {
        await using var servers = await PrimaryWithStandby.StartAsync();
        await PrimaryWithStandby.ExecuteAsync(
            servers.Primary, "CREATE TABLE a (id int PRIMARY KEY, n int); INSERT INTO a SELECT g, 0 FROM generate_series(1, 2000) g");
        await PrimaryWithStandby.ExecuteAsync(servers.Standby, "SELECT pg_wal_replay_pause()");
        var waits = new TaskCompletionSource();
        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Lagging)
            {
                waits.TrySetResult();
            }
        });

        var run = RunAsync(servers.Primary, new RunnerOptions { Progress = events });
        await Task.WhenAny(waits.Task, run);
        var before = await DoneAsync(servers.Primary);
        await Task.Delay(1000, CancellationToken);
        var after = await DoneAsync(servers.Primary);
        await PrimaryWithStandby.ExecuteAsync(servers.Standby, "SELECT pg_wal_replay_resume()");
        await run;

        Assert.InRange(before, 0, 1990);
        Assert.Equal(before, after);
        Assert.Equal(2000, await DoneAsync(servers.Primary));
        var told = events.Of<RunEvent.Lagging>().First();
        Assert.Equal("replica", told.Standby);
        Assert.True(told.Lag > told.Limit && told.Limit == TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task Role_that_may_not_see_the_lag_is_told_what_to_grant()
    {
        await using var servers = await PrimaryWithStandby.StartAsync();
        await PrimaryWithStandby.ExecuteAsync(
            servers.Primary,
            "CREATE ROLE plain LOGIN PASSWORD 'p'; GRANT ALL ON SCHEMA public TO plain; CREATE TABLE a (id int PRIMARY KEY, n int); ALTER TABLE a OWNER TO plain");
        await using var plain = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(servers.Primary.ConnectionString) { Username = "plain", Password = "p" });

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => RunAsync(plain, new RunnerOptions()));
        await PrimaryWithStandby.ExecuteAsync(servers.Primary, "GRANT pg_monitor TO plain");
        await RunAsync(plain, new RunnerOptions());

        Assert.Equal(DiagnosticCodes.BatchNotPossible, failure.Diagnostics[0].Code);
        Assert.Contains("pg_monitor", failure.Diagnostics[0].NextActions[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standby_is_refused_before_anything_and_can_be_looked_at()
    {
        await using var servers = await PrimaryWithStandby.StartAsync();

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => RunAsync(servers.Standby, new RunnerOptions()));
        var history = await new MigrationRunner(servers.Standby, new RunnerOptions()).ReadHistoryAsync(CancellationToken);

        Assert.Equal((DiagnosticCodes.DatabaseReadOnly, FailureKind.Usage), (failure.Diagnostics[0].Code, failure.Kind));
        Assert.Contains("target_session_attrs", failure.Diagnostics[0].NextActions[0], StringComparison.Ordinal);
        Assert.Empty(history.Heads);
    }

    private static Task<RunResult> RunAsync(NpgsqlDataSource source, RunnerOptions options)
    {
        var set = new Project().Add(Batch).Set;
        return new MigrationRunner(source, options).RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken);
    }

    private static async Task<long> DoneAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM a WHERE n = 1");
        return (long)(await command.ExecuteScalarAsync(CancellationToken))!;
    }
}
