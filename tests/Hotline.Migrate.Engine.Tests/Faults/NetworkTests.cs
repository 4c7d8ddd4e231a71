using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Networks;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class NetworkTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_whose_answer_is_lost_is_found_to_be_done()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");

        var result = await UpgradeAsync(project, proxy, proxy.CutNextAnswer);

        Assert.Equal(2, result.Changes.Count);
        Assert.Equal([Project.Revision(2)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Migration_that_never_reached_the_server_is_reported_as_rolled_back()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => UpgradeAsync(project, proxy, proxy.CutNextRequest));

        Assert.Equal(DiagnosticCodes.ConnectionLost, failure.Diagnostics[0].Code);
        Assert.Contains($"still at {Project.Revision(1)}", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Equal([Project.Revision(2)], (await UpgradeAsync(project, proxy, () => { })).To);
    }

    [Fact]
    public async Task Migrations_that_travelled_together_and_whose_answer_is_lost_are_found_to_be_done()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database);

        var result = await UpgradeAsync(Tables(20), proxy, proxy.CutNextAnswer, at: 8);

        Assert.Equal(Enumerable.Range(1, 20).Select(Project.Revision), result.Changes.Select(c => c.Change.Revision));
        Assert.Equal([Project.Revision(20)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Migrations_that_travelled_together_and_never_arrived_are_run_by_the_next_run()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var proxy = new CuttingProxy(database);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => UpgradeAsync(Tables(20), proxy, proxy.CutNextRequest, at: 8));

        Assert.Contains($"still at {Project.Revision(7)}", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Equal(13, (await UpgradeAsync(Tables(20), proxy, () => { })).Changes.Count);
    }

    private static Project Tables(int count)
    {
        var project = new Project();
        for (var i = 1; i <= count; i++)
        {
            project.Add(FormattableString.Invariant($"CREATE TABLE t{i} (n int);"));
        }

        return project;
    }

    private static Task<RunResult> UpgradeAsync(Project project, CuttingProxy proxy, Action then, int at = 2)
    {
        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Started started && started.Number == at)
            {
                then();
            }
        });
        var (set, options) = (project.Set, new RunnerOptions { Progress = events });
        return new MigrationRunner(proxy.DataSource, options)
            .RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken);
    }
}
