using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class SessionFaultTests(PostgresServer server, ITestOutputHelper output)
{
    private const string Application = "faults";

    private readonly Random random = new(20261122);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Runs_whose_sessions_are_killed_again_and_again_end_with_every_effect_there_once(bool isPooled)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = isPooled, ApplicationName = Application,
        });

        output.WriteLine(await new Ordeal(source, database.DataSource, new FaultBudget(faults: 150, seconds: 20))
            .GoThroughAsync((run, tried) => InterruptAsync(database, run, tried)));
    }

    [Theory]
    [InlineData("TLXSNXTLXN", false)]
    [InlineData("TTTXTTLTTTTSTTTTXTTTTLTTTTTTTT", true)]
    public async Task Long_files_and_code_alone_or_in_one_transaction_end_with_every_effect_there_once(string kinds, bool isSingle)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        using var folder = new TestDirectory();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, ApplicationName = Application });
        var subject = CountedScripts.In(folder, kinds, new RunnerOptions { SingleTransaction = isSingle });

        output.WriteLine(await new Ordeal(source, database.DataSource, new FaultBudget(faults: 60, seconds: 12), subject)
            .GoThroughAsync((run, tried) => InterruptAsync(database, run, tried)));
    }

    // One of its sessions is killed, or all, or the caller gives up.
    private async Task<RunResult> InterruptAsync(TestDatabase database, Func<CancellationToken, Task<RunResult>> run, int tried)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        var attempt = Task.Run(() => run(giveUp.Token), CancellationToken);
        await Task.WhenAny(attempt, Task.Delay(random.Next(70 + (40 * tried)), CancellationToken));
        if (!attempt.IsCompleted)
        {
            await (random.Next(4) switch
            {
                0 => giveUp.CancelAsync(),
                1 => KillAsync(database, $"application_name = '{Application}'"),
                2 => KillAsync(database, "application_name LIKE 'hotline-migrate on%'"),
                _ => KillAsync(database, $"(application_name = '{Application}' OR application_name LIKE 'hotline-migrate on%')"),
            });
        }

        return await attempt;
    }

    private static Task KillAsync(TestDatabase database, string which) => database.ExecuteAsync(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND {which}", CancellationToken);
}
