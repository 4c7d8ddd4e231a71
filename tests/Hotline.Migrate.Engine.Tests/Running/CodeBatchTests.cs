using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class CodeBatchTests(PostgresServer server)
{
    private const string Bare = "-- hm:no-transaction\n-- hm:code Test.Count";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_batch_is_a_transaction_of_its_own()
    {
        await using var database = await FilledAsync();

        await new Project().Add(Bare).UpgradeAsync(database, Options(new Count()));

        Assert.Equal("1,1,1000", await SummaryAsync(database));
        Assert.Equal(10L, await database.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM a", CancellationToken));
        Assert.Empty((await Project.HistoryAsync(database)).Unfinished);
    }

    [Fact]
    public async Task Rerun_goes_on_where_the_last_batch_ended()
    {
        await using var database = await FilledAsync();
        await database.ExecuteAsync("UPDATE a SET n = 7 WHERE id = 550; ALTER TABLE a ADD CHECK (n < 8)", CancellationToken);
        var project = new Project().Add(Bare);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database, Options(new Count())));
        Assert.Equal("23514", failure.Diagnostics[0].SqlState);
        Assert.Equal(500, Assert.Single((await Project.HistoryAsync(database)).Unfinished).Rows);
        await database.ExecuteAsync("UPDATE a SET n = 0 WHERE id = 550", CancellationToken);
        var events = new RecordedEvents();
        await project.UpgradeAsync(database, Options(new Count(), events));

        Assert.Equal("1,1,1000", await SummaryAsync(database));
        Assert.Equal([600, 700, 800, 900, 1000, 1000], events.Of<RunEvent.Advancing>().Select(e => e.Done));
        Assert.All(events.Of<RunEvent.Advancing>(), e => Assert.InRange(e.Total, 1000, 2000));
    }

    [Fact]
    public async Task Batches_of_a_transactional_step_are_one_commit()
    {
        await using var database = await FilledAsync();

        await new Project().Add("-- hm:code Test.Count").UpgradeAsync(database, Options(new Count()));

        Assert.Equal("1,1,1000", await SummaryAsync(database));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM a", CancellationToken));
    }

    [Theory]
    [InlineData(Bare, 100)]
    [InlineData("-- hm:code Test.Count", 0)]
    public async Task Batch_that_does_not_advance_is_stopped(string upgrade, long changed)
    {
        await using var database = await FilledAsync();

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add(upgrade).UpgradeAsync(database, Options(new Count { Stands = true })));

        Assert.Equal(DiagnosticCodes.DataMigrationFailed, failure.Diagnostics[0].Code);
        Assert.Contains("'100'", failure.Diagnostics[0].Why, StringComparison.Ordinal);
        Assert.Equal(changed, await database.ScalarAsync<long>("SELECT sum(n) FROM a", CancellationToken));
    }

    private static RunnerOptions Options(Count migration, RecordedEvents? events = null) => new()
    {
        DataMigrations = new DataMigrations().Add("Test.Count", () => migration),
        Progress = events,
    };

    private static Task<string> SummaryAsync(TestDatabase database) =>
        database.ScalarAsync<string>("SELECT concat_ws(',', min(n), max(n), count(*)) FROM a", CancellationToken)!;

    private async Task<TestDatabase> FilledAsync()
    {
        var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            "CREATE TABLE a (id int PRIMARY KEY, n int NOT NULL); INSERT INTO a SELECT g, 0 FROM generate_series(1, 1000) g; ANALYZE a", CancellationToken);
        return database;
    }

    private sealed class Count : IBatchedDataMigration
    {
        public bool Stands { get; init; }

        public string Table => "a";

        public async Task<BatchEnd?> RunBatchAsync(
            NpgsqlConnection connection, NpgsqlTransaction transaction, string? after, CancellationToken cancellationToken)
        {
            var last = int.Parse(after ?? "0", CultureInfo.InvariantCulture);
            await using var update = new NpgsqlCommand("UPDATE a SET n = n + 1 WHERE id > $1 AND id <= $1 + 100", connection, transaction)
            {
                Parameters = { new() { Value = last } },
            };
            var rows = await update.ExecuteNonQueryAsync(cancellationToken);
            return rows == 0 ? null : new BatchEnd((Stands ? 100 : last + 100).ToString(CultureInfo.InvariantCulture), rows);
        }
    }
}
