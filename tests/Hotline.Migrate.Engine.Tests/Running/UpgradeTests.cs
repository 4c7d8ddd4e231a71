using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class UpgradeTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_applies_every_migration_and_records_it()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (id int); INSERT INTO a VALUES (1);", "DROP TABLE a;")
            .Add("ALTER TABLE a ADD COLUMN name text;", "ALTER TABLE a DROP COLUMN name;");

        var result = await project.UpgradeAsync(database);

        Assert.Empty(result.From);
        Assert.Equal([Project.Revision(2)], result.To);
        Assert.Equal(2, result.Changes.Count);
        var history = await Project.HistoryAsync(database);
        Assert.Equal([Project.Revision(1), Project.Revision(2)], history.Applied.Select(row => row.Revision));
        Assert.Equal("DROP TABLE a;", history.Applied[0].DowngradeText?.Trim());
        Assert.Equal("number 1", history.Applied[0].Message);
        Assert.Equal([Project.Revision(1)], history.Applied[1].Parents);
        Assert.False(history.Applied[0].IsDraft);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM a WHERE name IS NULL", CancellationToken));
    }

    [Fact]
    public async Task Rows_outside_the_bounds_of_a_partition_are_to_be_moved_first()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE a (id int); INSERT INTO a VALUES (50);")
            .Add("ALTER TABLE p ATTACH PARTITION a FOR VALUES FROM (0) TO (10);");

        var error = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        Assert.Contains(error.Diagnostics[0].NextActions, a => a.StartsWith("Move the rows of a that lie outside the bounds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upgrade_of_an_up_to_date_database_does_nothing()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);");
        await project.UpgradeAsync(database);

        var again = await project.UpgradeAsync(database);

        Assert.Empty(again.Changes);
        Assert.Equal([Project.Revision(1)], again.To);
    }

    [Fact]
    public async Task Reading_the_history_creates_nothing()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var history = await Project.HistoryAsync(database);

        Assert.False(history.IsCreated);
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", CancellationToken));
    }

    [Fact]
    public async Task Failing_statement_leaves_the_previous_revision_and_tells_where_it_is()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (id int);")
            .Add("""
                ALTER TABLE a ADD COLUMN b int;
                UPDATE a
                SET c = 'é😀' , d = 1;
                ALTER TABLE a ADD COLUMN e int;
                """);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        var diagnostic = failure.Diagnostics[0];
        Assert.Equal(FailureKind.Migration, failure.Kind);
        Assert.Equal(DiagnosticCodes.StatementFailed, diagnostic.Code);
        Assert.Equal("42703", diagnostic.SqlState);
        Assert.Equal(new SourceLocation("migrations/2.sql", 9, 5), diagnostic.Where);
        Assert.Contains($"still at {Project.Revision(1)}", diagnostic.Why, StringComparison.Ordinal);
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
        Assert.Equal(1L, await database.ScalarAsync<long>(
            "SELECT count(*) FROM pg_attribute WHERE attrelid = 'a'::regclass AND attnum > 0", CancellationToken));
        var log = await new MigrationRunner(database.DataSource, new RunnerOptions()).ReadLogAsync(10, CancellationToken);
        Assert.Equal(["upgrade failed", "upgrade"], log.Select(entry => entry.Event));
        Assert.Contains("\"c\"", log[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_runs_that_start_together_apply_each_migration_once()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        for (var i = 0; i < 5; i++)
        {
            project.Add("INSERT INTO a VALUES (1);");
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => project.UpgradeAsync(database))));

        Assert.Equal(6, results.Sum(r => r.Changes.Count));
        Assert.All(results, r => Assert.Equal([Project.Revision(6)], r.To));
        Assert.Equal(5L, await database.ScalarAsync<long>("SELECT count(*) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Downgrade_undoes_the_newest_first()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (id int);", "DROP TABLE a;")
            .Add("CREATE TABLE b (id int);", "DROP TABLE b;");
        await project.UpgradeAsync(database);

        await project.DowngradeAsync(database, "-1");
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);

        await project.DowngradeAsync(database, "base");
        Assert.Empty((await Project.HistoryAsync(database)).Applied);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    [Fact]
    public async Task Downgrade_of_a_revision_without_a_file_uses_the_text_in_the_history()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project()
            .Add("CREATE TABLE a (id int);", "DROP TABLE a;")
            .Add("CREATE TABLE b (id int);", "DROP TABLE b;");
        await project.UpgradeAsync(database);
        project.RemoveLast();

        var result = await project.DowngradeAsync(database, Project.Revision(1));

        Assert.Equal([Project.Revision(1)], result.To);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('b')::text", CancellationToken));
    }

    [Fact]
    public async Task Stamp_writes_the_history_and_runs_nothing()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (id int);").Add("CREATE TABLE b (id int);");

        await project.StampAsync(database, "head");
        Assert.Equal([Project.Revision(2)], (await Project.HistoryAsync(database)).Heads);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));

        await project.StampAsync(database, Project.Revision(1));
        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }
}
