using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class FaultTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Interruptions = 100;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_that_are_interrupted_again_and_again_end_with_every_effect_there_once()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false, ApplicationName = Faults.Application,
        });
        var (set, options) = (Mixed().Set, new RunnerOptions());
        var runner = new MigrationRunner(source, options);
        var faults = new Faults(database, seed: 20261122);
        var watch = Stopwatch.StartNew();
        var cycles = 0;
        while (faults.Survived < Interruptions && watch.Elapsed < Limit)
        {
            await faults.RunUntilDoneAsync(token => runner.RunAsync(h => MigrationPlans.Upgrade(set, h, [], options), token));
            Assert.Equal("30 of 30, 300 rows, 10 indexes", await EffectsAsync(database));

            await faults.RunUntilDoneAsync(token => runner.RunAsync(h => MigrationPlans.Downgrade(set, h, "base"), token));
            Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('effects')::text", CancellationToken));
            Assert.Empty((await Project.HistoryAsync(database)).Unfinished);
            cycles++;
        }

        output.WriteLine($"{faults.Survived} interruptions survived in {cycles} cycles");
        Assert.True(faults.Survived > 0);
    }

    // Migration 1 makes the tables; of the others a third each is transactional, without transaction, and in batches.
    private static Project Mixed()
    {
        var project = new Project().Add(
            """
            CREATE TABLE effects (id int, n int);
            CREATE TABLE rows (id int PRIMARY KEY, n int NOT NULL);
            INSERT INTO rows SELECT g, 0 FROM generate_series(1, 300) g;
            INSERT INTO effects VALUES (1, 1);
            """, "DROP TABLE effects; DROP TABLE rows;");
        for (var i = 2; i <= 30; i++)
        {
            var effect = FormattableString.Invariant($"INSERT INTO effects VALUES ({i}, 1);");
            var undo = FormattableString.Invariant($"DELETE FROM effects WHERE id = {i};");
            project.Add(
                (i % 3) switch
                {
                    0 => $"{effect}\nSELECT pg_sleep(0.01);\n-- hm:step two\nUPDATE effects SET n = n + 1 WHERE id = {i};\nUPDATE effects SET n = n - 1 WHERE id = {i};",
                    1 => $"-- hm:no-transaction\n-- hm:batch size=100 key=id\nUPDATE rows SET n = n + 1;\n{effect}",
                    _ => $"-- hm:no-transaction\nCREATE INDEX CONCURRENTLY i{i} ON rows (n);\n{effect}",
                },
                (i % 3) switch
                {
                    0 => undo,
                    1 => $"-- hm:no-transaction\n{undo}\n-- hm:batch size=100 key=id\nUPDATE rows SET n = n - 1;",
                    _ => $"-- hm:no-transaction\n{undo}\nDROP INDEX CONCURRENTLY i{i};",
                });
        }

        return project;
    }

    private static Task<string?> EffectsAsync(TestDatabase database) => database.ScalarAsync<string>(
        """
        SELECT (SELECT count(*) || ' of ' || count(DISTINCT id) FROM effects WHERE n = 1) || ', '
            || (SELECT count(*) FROM rows WHERE n = 9) || ' rows, '
            || (SELECT count(*) FROM pg_index WHERE indrelid = 'rows'::regclass AND indisvalid AND NOT indisprimary) || ' indexes'
        """, CancellationToken);

    /// <summary>Interrupts runs at random: one of their sessions is killed, or all, or the caller gives up.</summary>
    private sealed class Faults(TestDatabase database, int seed)
    {
        public const string Application = "faults";

        private readonly Random random = new(seed);

        public int Survived { get; private set; }

        public async Task RunUntilDoneAsync(Func<CancellationToken, Task<RunResult>> run)
        {
            while (true)
            {
                using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
                var attempt = Task.Run(() => run(giveUp.Token), CancellationToken);
                await Task.WhenAny(attempt, Task.Delay(random.Next(1, 150), CancellationToken));
                if (!attempt.IsCompleted)
                {
                    await StrikeAsync(giveUp);
                }

                try
                {
                    await attempt;
                    return;
                }
                catch (Exception e) when (
                    e is OperationCanceledException || e is DiagnosticException { Diagnostics: [{ Code: DiagnosticCodes.ConnectionLost }] })
                {
                    Survived++;
                }
            }
        }

        private async Task StrikeAsync(CancellationTokenSource giveUp)
        {
            if (random.Next(3) == 0)
            {
                await giveUp.CancelAsync();
                return;
            }

            var which = random.Next(2) == 0 ? $"application_name = '{Application}'" : $"(application_name = '{Application}' OR application_name LIKE 'hotline-migrate on%')";
            await database.ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND {which}",
                CancellationToken);
        }
    }
}
