using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class BatchTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE a SET n = n + 1")]
    [InlineData("UPDATE ONLY public.a AS x SET n = x.n + (SELECT 1 WHERE true) WHERE x.id > 0 OR false -- all")]
    [InlineData("UPDATE a SET n = n + one.v FROM (SELECT 1 AS v WHERE true) one WHERE one.v = 1 RETURNING a.id")]
    public async Task Update_changes_every_row_once_in_transactions_of_the_given_size(string statement)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);

        await new Project().Add($"-- hm:no-transaction\n-- hm:batch size=100 key=id\n{statement}\n;").UpgradeAsync(database);

        Assert.Equal("1,1,1000", await SummaryAsync(database));
        Assert.Equal(10L, await database.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Delete_with_a_key_of_two_columns_removes_what_it_should()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            """
            CREATE TABLE a (tenant text, "Id" int, PRIMARY KEY (tenant, "Id"));
            INSERT INTO a SELECT t, g FROM unnest(ARRAY['b''x', 'a', 'é']) t, generate_series(1, 50) g;
            """, CancellationToken);

        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=7 key=tenant,\"Id\"\nDELETE FROM a WHERE \"Id\" % 2 = 0;").UpgradeAsync(database);

        Assert.Equal(75L, await database.ScalarAsync<long>("SELECT count(*) FROM a WHERE \"Id\" % 2 = 1", CancellationToken));
        Assert.Equal(75L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Rerun_goes_on_behind_the_last_key_that_is_done()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);
        await database.ExecuteAsync("UPDATE a SET n = 7 WHERE id = 550", CancellationToken);
        await database.ExecuteAsync("ALTER TABLE a ADD CHECK (n < 8)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\n-- hm:batch size=100 key=id\nUPDATE a SET n = n + 1;");

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        Assert.Equal("23514", failure.Diagnostics[0].SqlState);
        Assert.Equal(8, failure.Diagnostics[0].Where!.Line);
        Assert.Equal(500L, await database.ScalarAsync<long>("SELECT count(*) FROM a WHERE n = 1", CancellationToken));
        await database.ExecuteAsync("UPDATE a SET n = 0 WHERE id = 550", CancellationToken);

        await project.UpgradeAsync(database);

        Assert.Equal("1,1,1000", await SummaryAsync(database));
        Assert.Empty((await Project.HistoryAsync(database)).Unfinished);
    }

    [Fact]
    public async Task Batches_wait_out_a_lock_on_their_table()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);
        await using var other = await database.DataSource.OpenConnectionAsync(CancellationToken);
        await using var holding = await other.BeginTransactionAsync(CancellationToken);
        await using (var hold = new NpgsqlCommand("LOCK TABLE a", other))
        {
            await hold.ExecuteNonQueryAsync(CancellationToken);
        }

        var events = new RecordedEvents(e =>
        {
            if (e is RunEvent.Retrying)
            {
                holding.Rollback();
            }
        });
        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=100 key=id\nUPDATE a SET n = n + 1;")
            .UpgradeAsync(database, new RunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(200), Progress = events });

        Assert.Single(events.Of<RunEvent.Retrying>());
        Assert.Equal("1,1,1000", await SummaryAsync(database));
    }

    [Fact]
    public async Task Keys_that_are_times_are_found_again_whatever_a_role_writes_them_like()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            """
            CREATE TABLE a (id timestamptz PRIMARY KEY, n int NOT NULL);
            INSERT INTO a SELECT '2026-01-01 UTC'::timestamptz + g * interval '1 minute', 0 FROM generate_series(1, 1000) g;
            """, CancellationToken);
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET \"DateStyle\" = 'SQL, DMY'", CancellationToken);
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET \"TimeZone\" = 'Asia/Kolkata'", CancellationToken);

        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=100 key=id\nUPDATE a SET n = n + 1;").UpgradeAsync(database);

        Assert.Equal("1,1,1000", await SummaryAsync(database));
    }

    [Fact]
    public async Task Batches_that_no_index_leads_along_are_warned_about()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);
        await database.ExecuteAsync("ALTER TABLE a DROP CONSTRAINT a_pkey", CancellationToken);
        var events = new RecordedEvents();

        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=100 key=id\nUPDATE a SET n = n + 1;")
            .UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.Equal(
            "No index of a begins with id: each batch reads the whole table.",
            Assert.Single(events.Of<RunEvent.Warned>()).Diagnostic.Summary);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("n")]
    public async Task Key_that_cannot_lead_to_every_row_is_refused(string key)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().Add($"-- hm:no-transaction\n-- hm:batch key={key}\nUPDATE a SET n = n + 1;").UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.BatchNotPossible, failure.Diagnostics[0].Code);
        Assert.Equal("0,0,1000", await SummaryAsync(database));
    }

    [Fact]
    public async Task Progress_tells_the_rows()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);
        await database.ExecuteAsync("ANALYZE a", CancellationToken);
        var events = new RecordedEvents();

        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=400 key=id\nUPDATE a SET n = n + 1;")
            .UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.Equal(
            [(400, 1000, 40), (800, 1000, 80), (1000, 1000, 100), (1000, 1000, 100)],
            events.Of<RunEvent.Advancing>().Select(e => (e.Done, e.Total, 100 * e.Done / e.Total)));
        Assert.All(events.Of<RunEvent.Advancing>().Take(2), e => Assert.True(e.Left > TimeSpan.Zero));
        Assert.True(events.Of<RunEvent.Advancing>().Last() is { IsEnd: true, Left.Ticks: 0 });
    }

    [Fact]
    public async Task Progress_of_a_rerun_begins_where_the_run_before_stopped()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await FillAsync(database);
        await database.ExecuteAsync("UPDATE a SET n = 7 WHERE id = 650; ALTER TABLE a ADD CHECK (n < 8)", CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\n-- hm:batch size=300 key=id\nUPDATE a SET n = n + 1;");
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        await database.ExecuteAsync("UPDATE a SET n = 0 WHERE id = 650", CancellationToken);
        Assert.Equal(600, Assert.Single((await Project.HistoryAsync(database)).Unfinished).Rows);
        var events = new RecordedEvents();

        await project.UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.Equal([900, 1000, 1000], events.Of<RunEvent.Advancing>().Select(e => e.Done));
    }

    [Fact]
    public async Task Table_that_was_never_analyzed_has_an_estimate_too()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync(
            "CREATE TABLE a (id bigint PRIMARY KEY, n int) WITH (autovacuum_enabled = off); INSERT INTO a SELECT g, 0 FROM generate_series(1, 20000) g;",
            CancellationToken);
        var events = new RecordedEvents();

        await new Project().Add("-- hm:no-transaction\n-- hm:batch size=1000 key=id\nUPDATE a SET n = n + 1;")
            .UpgradeAsync(database, new RunnerOptions { Progress = events });

        Assert.InRange(events.Of<RunEvent.Advancing>().First().Total, 10_000, 40_000);
    }

    private static Task FillAsync(TestDatabase database) => database.ExecuteAsync(
        "CREATE TABLE a (id bigint PRIMARY KEY, n int); INSERT INTO a SELECT g, 0 FROM generate_series(1, 1000) g;", CancellationToken);

    private static Task<string?> SummaryAsync(TestDatabase database) =>
        database.ScalarAsync<string>("SELECT min(n) || ',' || max(n) || ',' || count(*) FROM a", CancellationToken);
}
