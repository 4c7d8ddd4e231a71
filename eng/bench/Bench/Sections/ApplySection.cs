using System.Globalization;
using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.Bench.Reports;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>Migrations into an empty database, and once more when nothing is to do.</summary>
internal static class ApplySection
{
    private const int IdleRuns = 3;

    /// <param name="workplace">The surroundings.</param>
    /// <param name="migrations">How many.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="roundTrip">How long the network takes for a round trip; zero goes without a proxy.</param>
    public static async Task<string> RunAsync(Workplace workplace, int migrations, int rounds, TimeSpan roundTrip)
    {
        var (contenders, missing) = await Contenders.FindAsync(workplace, migrations);
        using var proxy = roundTrip > TimeSpan.Zero ? new DelayingProxy(workplace.Port, roundTrip) : null;
        var port = proxy?.Port ?? workplace.Port;
        var open = new Series("Npgsql: open a connection, end");
        // Once uncounted: the server's files and ours come from the disk.
        await MeasuredProcess.RunAsync(contenders[0].Start(await workplace.CreateDatabaseAsync(), workplace.Port));
        await Rounds.RunAsync(rounds, contenders, contender => RunAsync(workplace, contender, migrations, port, open));
        var notes = string.Create(CultureInfo.InvariantCulture, $"{migrations} migrations; medians of {rounds} round(s); ratios by round.")
            + (missing.Count > 0 ? $" Not here: {string.Join(", ", missing)}." : "");
        return $"{notes}\n\n{Applied(contenders)}\n\nNothing to do:\n\n{Idle(contenders, open)}";
    }

    private static async Task RunAsync(Workplace workplace, Contender contender, int migrations, int port, Series open)
    {
        var database = await workplace.CreateDatabaseAsync();
        contender.Apply.Add(await MeasuredProcess.RunAsync(contender.Start(database, port)));
        var tables = await workplace.CountTablesAsync(database);
        if (tables != MigrationMix.Tables(migrations))
        {
            throw new InvalidOperationException($"{contender.Name} made {tables} tables, not {MigrationMix.Tables(migrations)}.");
        }

        for (var i = 0; contender.HasHistory && i < IdleRuns; i++)
        {
            contender.Idle.Add(await MeasuredProcess.RunAsync(contender.Start(database, port)));
            if (contender.Name.Contains("floor", StringComparison.Ordinal))
            {
                open.Add(await MeasuredProcess.RunAsync(workplace.Own("Floor", "open", workplace.ConnectionString(database, port))));
            }
        }
    }

    private static Table Applied(IReadOnlyList<Contender> contenders)
    {
        var floor = contenders[0].Apply;
        var table = new Table("applied by", "time", "of the floor", "client CPU", "peak memory");
        foreach (var series in contenders.Select(c => c.Apply).OrderBy(s => s.RatioTo(floor)))
        {
            table.Add(series.Name, Table.Time(series.Wall), Table.Ratio(series.RatioTo(floor)), Table.Time(series.Cpu), Table.Size(series.Peak));
        }

        return table;
    }

    private static Table Idle(IReadOnlyList<Contender> contenders, Series open)
    {
        var table = new Table("run again by", "time", "of an open connection", "client CPU", "peak memory");
        foreach (var series in contenders.Where(c => c.HasHistory).Select(c => c.Idle).Append(open).OrderBy(s => s.RatioTo(open)))
        {
            table.Add(series.Name, Table.Time(series.Wall), Table.Ratio(series.RatioTo(open)), Table.Time(series.Cpu), Table.Size(series.Peak));
        }

        return table;
    }
}
