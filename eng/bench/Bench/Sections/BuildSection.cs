using System.Globalization;
using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.Bench.Reports;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>What the generator and the task add to a build.</summary>
internal static class BuildSection
{
    public static async Task<string> RunAsync(Workplace workplace, BenchOptions options)
    {
        var table = new Table("build", "without us", "with us", "more", "CPU without us", "CPU with us", "more");
        foreach (var models in options.Models)
        {
            var without = await ModelProject.CreateAsync(workplace, $"Plain{models}", models, isOurs: false, withContext: false);
            var with = await ModelProject.CreateAsync(workplace, $"Ours{models}", models, isOurs: true, withContext: false, OurPackage(workplace));
            await MeasuredProcess.RunAsync(workplace.Tool("create", "first", "--no-build") with { Directory = with.Folder });
            await MeasuredProcess.RunAsync(with.Build());

            var title = string.Create(CultureInfo.InvariantCulture, $"{models} models");
            await CompareAsync($"{title}, nothing changed", options.Builds, without, with, changes: false, table);
            await CompareAsync($"{title}, a file changed, no compiler server", options.Compiles, without, with, changes: true, table);
        }

        return table.ToString();
    }

    public static string OurPackage(Workplace workplace) =>
        $"""<PackageReference Include="Hotline.Migrate" Version="{workplace.PackageVersion}" />""";

    private static async Task CompareAsync(string title, int rounds, ModelProject without, ModelProject with, bool changes, Table table)
    {
        var (plain, ours) = (new Series("without"), new Series("with"));
        (Series Series, ModelProject Project)[] contenders = [(plain, without), (ours, with)];
        await Rounds.RunAsync(rounds, contenders, async contender =>
        {
            if (changes)
            {
                contender.Project.Touch();
            }

            contender.Series.Add(await MeasuredProcess.RunAsync(contender.Project.Build(changes ? ["-p:UseSharedCompilation=false"] : [])));
        });
        table.Add(
            title,
            Table.Time(plain.Wall), Table.Time(ours.Wall), Table.Time(ours.MoreThan(plain)),
            Table.Time(plain.Cpu), Table.Time(ours.Cpu), Table.Time(ours.CpuMoreThan(plain)));
    }
}
