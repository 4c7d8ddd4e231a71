using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class ServerFaultTests(ITestOutputHelper output)
{
    private readonly Random random = new(7);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_whose_server_crashes_end_with_every_effect_there_once()
    {
        await using var server = await CrashingServer.StartAsync();

        output.WriteLine(await new Ordeal(server.DataSource, server.DataSource, new FaultBudget(faults: 60, seconds: 25))
            .GoThroughAsync((run, tried) => CrashAsync(server, run, tried)));
    }

    // Now and then the whole server stops and is started again; else one of its processes is killed, and it recovers by itself.
    private async Task<RunResult> CrashAsync(CrashingServer server, Func<CancellationToken, Task<RunResult>> run, int tried)
    {
        var attempt = Task.Run(() => run(CancellationToken), CancellationToken);
        await Task.WhenAny(attempt, Task.Delay(random.Next(100 + (50 * tried)), CancellationToken));
        if (!attempt.IsCompleted)
        {
            if (random.Next(3) == 0)
            {
                await server.CrashAsync();
            }
            else
            {
                await server.KillSessionAsync();
            }
        }

        return await attempt;
    }
}
