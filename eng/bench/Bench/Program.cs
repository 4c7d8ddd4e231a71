using Hotline.Migrate.Bench;
using Hotline.Migrate.Bench.Reports;
using Hotline.Migrate.Bench.Sections;

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

await using var workplace = await Workplace.PrepareAsync(options.Packs);
// Neither a server nor files stay behind when it is interrupted.
Console.CancelKeyPress += (_, _) => workplace.DisposeAsync().AsTask().GetAwaiter().GetResult();
(string Name, Func<Task<string>> Run)[] sections =
[
    ("machine", () => Task.FromResult(workplace.Machine)),
    ("apply", () => ApplySection.RunAsync(workplace, options.Migrations, options.Rounds, TimeSpan.Zero)),
    ("latency", () => ApplySection.RunAsync(workplace, options.Migrations, rounds: 1, TimeSpan.FromMilliseconds(5))),
    ("start", () => StartSection.RunAsync(workplace, options.Starts)),
    ("inspect", () => InspectSection.RunAsync(workplace, options.Tables)),
    ("build", () => BuildSection.RunAsync(workplace, options)),
    ("create", () => CreateSection.RunAsync(workplace, options.Entities)),
];
foreach (var (name, run) in sections.Where(s => options.Only.Count == 0 || s.Name == "machine" || options.Only.Contains(s.Name)))
{
    var report = await run();
    Console.WriteLine($"\n## {name}\n\n{report}");
    if (options.Page is not null)
    {
        Page.Replace(options.Page, name, report);
    }
}

return 0;
