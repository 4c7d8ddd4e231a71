using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class RepairTests(PostgresServer server)
{
    [Fact]
    public async Task Edited_file_is_refused_until_it_is_accepted()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");
        (await work.RunAsync("upgrade")).Exits(0);
        var file = Directory.GetFiles(work.Directory.Path, "*.sql", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(file, "\n-- a remark\n", TestContext.Current.CancellationToken);

        Assert.Contains("repair r1 --accept", (await work.RunAsync("upgrade")).Exits(2).Error, StringComparison.Ordinal);
        var accepted = (await work.RunAsync("repair", "r1", "--accept")).Exits(0);

        Assert.Equal("r1: the file as it is now counts as what was applied.\n", accepted.Output);
        (await work.RunAsync("upgrade")).Exits(0);
    }

    [Fact]
    public async Task Nothing_to_repair_is_said()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");

        Assert.Contains("HM0423", (await work.RunAsync("repair", "r1", "--done")).Exits(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--done", "--again")]
    public async Task One_decision_is_asked_for(params string[] decisions)
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Line("r1");

        Assert.Contains("--restart", (await work.RunAsync(["repair", "r1", .. decisions])).Exits(2).Error, StringComparison.Ordinal);
    }
}
