using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Running;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

public sealed class ShortageTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "Divide the migration")]
    [InlineData(true, "Run the command without --single-transaction")]
    public async Task Transaction_that_takes_more_locks_than_the_server_has_is_told_as_such(bool asOne, string way)
    {
        await using var server = await OwnServer.StartAsync("server without more locks");
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        var set = new Project()
            .Add("CREATE TABLE a (id int);")
            .Add("CREATE TABLE b (id int);\nSELECT count(pg_advisory_xact_lock(i)) FROM generate_series(1, 1000000) AS i;")
            .Set;
        var options = new RunnerOptions { SingleTransaction = asOne };
        var runner = new MigrationRunner(source, options);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => runner.RunAsync(history => MigrationPlans.Upgrade(set, history, [], options), CancellationToken));

        var told = Assert.Single(failure.Diagnostics);
        Assert.Equal((DiagnosticCodes.StatementFailed, "53200"), (told.Code, told.SqlState));
        Assert.Equal(new("migrations/2.sql", 8, 1), told.Where);
        Assert.StartsWith(way, told.NextActions[0], StringComparison.Ordinal);
        Assert.Equal(asOne ? [] : [Project.Revision(1)], (await runner.ReadHistoryAsync(CancellationToken)).Heads);
    }
}
