using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class NetworkFaultTests(PostgresServer server, ITestOutputHelper output)
{
    private static readonly NetworkFault[] Faults = Enum.GetValues<NetworkFault>();

    private readonly Random random = new(42);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_whose_network_fails_at_any_byte_end_with_every_effect_there_once()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database) { Delay = TimeSpan.FromMilliseconds(4) };

        output.WriteLine(await new Ordeal(proxy.DataSource, database.DataSource, new FaultBudget(faults: 150, seconds: 20))
            .GoThroughAsync((run, tried) => CutAsync(proxy, run, tried)));
    }

    private async Task<RunResult> CutAsync(CuttingProxy proxy, Func<CancellationToken, Task<RunResult>> run, int tried)
    {
        proxy.CutAfter(random.Next(20_000 + (10_000 * tried)), Faults[random.Next(Faults.Length)]);
        try
        {
            return await run(CancellationToken);
        }
        finally
        {
            proxy.Mend();
        }
    }
}
