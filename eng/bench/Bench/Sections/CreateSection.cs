using System.Globalization;
using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.Bench.Reports;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>Writing the first migration of a model that is built.</summary>
internal static class CreateSection
{
    private const int Rounds = 5;

    public static async Task<string> RunAsync(Workplace workplace, int entities)
    {
        var ours = await ModelProject.CreateAsync(workplace, "Ours", entities, isOurs: true, withContext: false, BuildSection.OurPackage(workplace));
        var draft = Directory.EnumerateFiles(ours.MigrationsFolder, "*_draft.sql").Single();
        var (name, text) = (Path.GetFileName(draft), await File.ReadAllTextAsync(draft));
        var missing = new List<string>();
        var ef = await PrepareEfAsync(workplace, entities, missing);

        var portable = new Series("`dotnet-hotline-migrate create --no-build`, portable");
        var native = new Series("`dotnet-hotline-migrate create --no-build`, native");
        var add = new Series("`dotnet-ef migrations add --no-build`");
        for (var i = 0; i < Rounds; i++)
        {
            portable.Add(await CreateAsync(workplace.PortableTool("create", "first", "--no-build")));
            if (workplace.HasNativeTool)
            {
                native.Add(await CreateAsync(workplace.Tool("create", "first", "--no-build")));
            }

            if (ef is not null)
            {
                add.Add(await MeasuredProcess.RunAsync(new Launch(Path.Combine(workplace.Folder("peers"), "dotnet-ef"), "migrations", "add", "First", "--no-build") { Directory = ef.Folder }));
                Directory.Delete(Path.Combine(ef.Folder, "Migrations"), recursive: true);
            }
        }

        var table = new Table("writes the first migration", "time", "of dotnet-ef", "CPU");
        foreach (var series in new[] { native, portable, add }.Where(s => !s.IsEmpty))
        {
            table.Add(series.Name, Table.Time(series.Wall), Table.Ratio(series.RatioTo(add)), Table.Time(series.Cpu));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{entities} entities.") + (missing.Count > 0 ? $" Not here: {string.Join(", ", missing)}." : "") + $"\n\n{table}";

        async Task<Sample> CreateAsync(Launch launch)
        {
            Directory.Delete(ours.MigrationsFolder, recursive: true);
            Directory.CreateDirectory(ours.MigrationsFolder);
            await File.WriteAllTextAsync(Path.Combine(ours.MigrationsFolder, name), text);
            return await MeasuredProcess.RunAsync(launch with { Directory = ours.Folder });
        }
    }

    private static async Task<ModelProject?> PrepareEfAsync(Workplace workplace, int entities, List<string> missing)
    {
        try
        {
            await MeasuredProcess.RunAsync(workplace.Dotnet("tool", "install", "dotnet-ef", "--tool-path", workplace.Folder("peers")));
            return await ModelProject.CreateAsync(
                workplace,
                "EfCore",
                entities,
                isOurs: false,
                withContext: true,
                """<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.3" />""",
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="10.0.5" />""",
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Relational" Version="10.0.5" />""");
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            missing.Add("dotnet-ef");
            return null;
        }
    }
}
