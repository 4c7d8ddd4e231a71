using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ProductionPageTests(PostgresServer server)
{
    private const string Prompt = "$ dotnet hotline-migrate ";

    [Fact]
    public async Task Every_command_of_the_page_runs()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1", "r2");
        (await work.RunAsync("upgrade", "r1")).Exits(0);
        var page = await File.ReadAllLinesAsync(Path.Combine(RepositoryRoot.Path, "docs", "production.md"), TestContext.Current.CancellationToken);
        var commands = page.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..]).ToList();

        foreach (var command in commands)
        {
            work.Database.DataSource.Clear();
            var typed = command.Replace("/var/backups/", "kept/", StringComparison.Ordinal).Replace("--confirm hotline", $"--confirm {work.Database.Name}", StringComparison.Ordinal);
            (await work.RunAsync(typed.Split(' '))).Exits(command == "pending --exit-code" ? 3 : 0);
        }

        Assert.Equal(8, commands.Count);
        Assert.Equal("r1", await work.TablesAsync());
    }
}
