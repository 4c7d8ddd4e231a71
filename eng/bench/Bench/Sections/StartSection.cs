using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.Bench.Reports;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>How long it takes until the tool has answered.</summary>
internal static class StartSection
{
    private const int Migrations = 20;

    public static async Task<string> RunAsync(Workplace workplace, int rounds)
    {
        var folder = Path.Combine(workplace.Folder("start"), "migrations");
        MigrationMix.WriteMigrations(folder, Migrations);
        var database = await workplace.CreateDatabaseAsync();
        string[] target = ["--migrations", folder, "--url", workplace.Url(database)];
        await MeasuredProcess.RunAsync(workplace.Tool(["upgrade", .. target]));
        List<(string, Launch)> contenders =
        [
            ("an empty .NET program", workplace.Own("Floor", "nothing")),
            ("an Npgsql program that opens a connection", workplace.Own("Floor", "open", workplace.ConnectionString(database))),
            ("portable: `--version`", workplace.PortableTool("--version")),
            ("portable: `current`", workplace.PortableTool(["current", .. target])),
            ("portable: `upgrade`, nothing to do", workplace.PortableTool(["upgrade", .. target])),
        ];
        if (workplace.HasNativeTool)
        {
            contenders.Add(("native: `--version`", workplace.Tool("--version")));
            contenders.Add(("native: `current`", workplace.Tool(["current", .. target])));
            contenders.Add(("native: `upgrade`, nothing to do", workplace.Tool(["upgrade", .. target])));
        }

        var all = await Rounds.RunAsync(rounds, contenders);
        var table = new Table("program", "time", "of an open connection", "CPU", "CPU of an open connection", "peak memory");
        foreach (var series in all)
        {
            table.Add(
                series.Name, Table.Time(series.Wall), Table.Ratio(series.RatioTo(all[1])), Table.Time(series.Cpu), Table.Ratio(series.CpuRatioTo(all[1])), Table.Size(series.Peak));
        }

        return table.ToString();
    }
}
