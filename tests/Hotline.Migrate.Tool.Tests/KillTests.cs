using System.Globalization;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class KillTests(PostgresServer server, ITestOutputHelper output)
{
    private readonly Random random = new(30);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tool_that_is_killed_again_and_again_ends_with_every_effect_there_once()
    {
        await using var work = await Workspace.CreateAsync(server);
        await work.Database.ExecuteAsync(CountedMigrations.Setup, CancellationToken);
        var migrations = CountedMigrations.All;
        for (var i = 0; i < migrations.Count; i++)
        {
            work.Migration(Revision(i + 1), $"number {i + 1}", migrations[i].Upgrade, migrations[i].Downgrade, i == 0 ? "" : Revision(i));
        }

        var budget = new FaultBudget(faults: 60, seconds: 40);
        var cycles = 0;
        for (; budget.IsLeft; cycles++)
        {
            await UntilDoneAsync(work, budget, "upgrade", "--confirm", work.Database.Name);
            Assert.Equal("", await CountedMigrations.FindWrongAsync(work.Database.DataSource, cycles + 1, cycles, CancellationToken));
            await UntilDoneAsync(work, budget, "downgrade", "base", "--confirm", work.Database.Name);
            Assert.Equal("", await CountedMigrations.FindWrongAsync(work.Database.DataSource, cycles + 1, cycles + 1, CancellationToken));
        }

        output.WriteLine(FormattableString.Invariant($"{budget.Survived} kills survived in {cycles} ways up and down, {budget.Elapsed.TotalSeconds:0.0} s"));
        Assert.True(budget.Survived > 0);
    }

    // Only what happens behind the first change of the database counts: to start the tool takes longer than to migrate.
    private async Task UntilDoneAsync(Workspace work, FaultBudget budget, params string[] arguments)
    {
        for (var tried = 0; budget.IsLeft; tried++)
        {
            using var process = work.Tool.Start(arguments);
            process.StandardInput.Close();
            var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken), process.StandardError.ReadToEndAsync(CancellationToken));
            var exit = process.WaitForExitAsync(CancellationToken);
            await WaitForSessionAsync(work, exit);
            await Task.WhenAny(exit, Task.Delay(random.Next(10 + (20 * tried)), CancellationToken));
            if (exit.IsCompleted)
            {
                Assert.True(process.ExitCode == 0, string.Join('\n', await texts));
                return;
            }

            process.Kill();
            await exit;
            budget.Survive();
        }

        (await work.RunAsync(arguments)).Exits(0);
    }

    private static async Task WaitForSessionAsync(Workspace work, Task exit)
    {
        while (!exit.IsCompleted && !await work.Database.ScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'hotline-migrate on%')
            """, CancellationToken))
        {
            await Task.Delay(5, CancellationToken);
        }
    }

    private static string Revision(int number) => number.ToString("x12", CultureInfo.InvariantCulture);
}
