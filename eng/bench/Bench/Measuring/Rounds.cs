namespace Hotline.Migrate.Bench.Measuring;

/// <summary>Runs contenders in turn, each once a round; who goes first changes from round to round.</summary>
internal static class Rounds
{
    public static async Task RunAsync<T>(int rounds, IReadOnlyList<T> contenders, Func<T, Task> run)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                await run(contender);
            }
        }
    }

    /// <summary>Runs programs that need no preparation.</summary>
    public static async Task<IReadOnlyList<Series>> RunAsync(int rounds, params IReadOnlyList<(string Name, Launch Launch)> contenders)
    {
        var runs = contenders.Select(c => (Series: new Series(c.Name), c.Launch)).ToArray();
        // Once uncounted: the first start reads files from the disk.
        foreach (var (_, launch) in runs)
        {
            await MeasuredProcess.RunAsync(launch);
        }

        await RunAsync(rounds, runs, async c => c.Series.Add(await MeasuredProcess.RunAsync(c.Launch)));
        return [.. runs.Select(r => r.Series)];
    }
}
