using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class LostLockTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_that_lost_all_its_sessions_does_not_go_on_behind_the_run_that_took_over()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken, minimumMajor: 14);
        var project = new Project()
            .Add("CREATE TABLE a (n int);")
            .Add("INSERT INTO a VALUES (2);")
            .Add("-- hm:no-transaction\nINSERT INTO a VALUES (3);\nINSERT INTO a VALUES (4);");
        var opened = 0;
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false, ApplicationName = "first",
        }.ConnectionString);

        // The first run opens its lock, its session, and a session again when that one is lost; by then the second run has done all.
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException(),
            async _ =>
            {
                if (++opened == 3)
                {
                    Assert.Equal(2, (await project.UpgradeAsync(database)).Changes.Count);
                }
            });
        await using var source = builder.Build();
        // Looked at from outside, the lock's loss would end the run before it comes to open its session again.
        var options = new RunnerOptions { LooksEvery = TimeSpan.FromMinutes(1), Progress = new RecordedEvents(e => KillAt(e, database)) };

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new MigrationRunner(source, options)
            .RunAsync(history => MigrationPlans.Upgrade(project.Set, history, [], options), CancellationToken));

        Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        Assert.Equal("2,3,4", await database.ScalarAsync<string>("SELECT string_agg(n::text, ',' ORDER BY n) FROM a", CancellationToken));
        Assert.Equal([Project.Revision(3)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Run_whose_network_swallows_everything_ends_and_the_next_one_goes_on()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("INSERT INTO a VALUES (2);");
        await using (var proxy = new CuttingProxy(database, patience: 2))
        {
            var options = new RunnerOptions
            {
                AnswerLimit = TimeSpan.FromSeconds(1),
                Progress = new RecordedEvents(e =>
                {
                    if (e is RunEvent.Started { Number: 2 })
                    {
                        proxy.Swallow();
                    }
                }),
            };

            var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new MigrationRunner(proxy.DataSource, options)
                .RunAsync(history => MigrationPlans.Upgrade(project.Set, history, [], options), CancellationToken));

            Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        }

        await project.UpgradeAsync(database);

        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Database_that_cannot_be_reached_is_told_as_unchanged()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database);
        proxy.CutAfter(0, NetworkFault.Reset);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => new MigrationRunner(proxy.DataSource, new RunnerOptions())
            .RunAsync(_ => throw new InvalidOperationException("There is no history to plan by."), CancellationToken));

        Assert.Equal((DiagnosticCodes.ConnectionLost, FailureKind.Usage), (failure.Diagnostics[0].Code, failure.Kind));
    }

    private static void KillAt(RunEvent e, TestDatabase database)
    {
        if (e is RunEvent.Started { Number: 2 })
        {
            using var kill = database.DataSource.CreateCommand(
                """
                SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
                WHERE datname = current_database() AND (application_name = 'first' OR application_name LIKE 'hotline-migrate on%')
                """);
            Assert.Equal(2L, kill.ExecuteScalar());
        }
    }
}
