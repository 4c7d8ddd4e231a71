using System.Diagnostics;
using System.Globalization;
using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.Bench.Reports;
using Hotline.Migrate.Inspecting;
using Npgsql;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>Reading the whole schema of a database.</summary>
internal static class InspectSection
{
    private const int Runs = 5;

    public static async Task<string> RunAsync(Workplace workplace, int tables)
    {
        var database = await workplace.CreateDatabaseAsync();
        var folder = workplace.Folder("inspect");
        // Twelve of twenty migrations make a table.
        MigrationMix.WritePlain(folder, (tables * 20 / 12) + 1);
        await MeasuredProcess.RunAsync(workplace.Own("Floor", "one", workplace.ConnectionString(database), folder));

        var inspect = new Series("the engine, in a program that runs");
        var dump = new Series("`pg_dump --schema-only`");
        var first = await InspectAsync(workplace, database);
        await Rounds.RunAsync(Runs, [inspect, dump], async series => series.Add(series == inspect
            ? await InspectAsync(workplace, database)
            : await MeasuredProcess.RunAsync(new Launch("pg_dump", "--schema-only", "--file=/dev/null", workplace.Url(database)))));

        var table = new Table("reads the schema", "time", "of pg_dump");
        table.Add("the engine, for the first time in a process", Table.Time(first.Wall), Table.Ratio(first.Wall / dump.Wall));
        table.Add(inspect.Name, Table.Time(inspect.Wall), Table.Ratio(inspect.RatioTo(dump)));
        table.Add(dump.Name, Table.Time(dump.Wall), "1.00");
        var found = await workplace.CountTablesAsync(database);
        return string.Create(CultureInfo.InvariantCulture, $"{found} tables.\n\n{table}");
    }

    private static async Task<Sample> InspectAsync(Workplace workplace, string database)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new NpgsqlConnection(workplace.ConnectionString(database));
        await connection.OpenAsync();
        await DatabaseInspector.InspectAsync(connection, CancellationToken.None);
        return new Sample(watch.Elapsed.TotalMilliseconds, double.NaN, double.NaN);
    }
}
