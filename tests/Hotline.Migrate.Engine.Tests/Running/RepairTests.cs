using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class RepairTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RepairAction.Done, "2")]
    [InlineData(RepairAction.Again, "1,2")]
    public async Task Interrupted_statement_is_settled_by_decision(RepairAction action, string expected)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = await InterruptedAsync(database);
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        await RepairAsync(database, project, action);
        await project.UpgradeAsync(database);

        Assert.Equal(expected, await database.ScalarAsync<string>("SELECT string_agg(n::text, ',' ORDER BY n) FROM a", CancellationToken));
    }

    [Fact]
    public async Task Half_done_migration_is_begun_again_after_a_restart()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);\n-- hm:step two\nSELECT 1/0;");
        await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));
        await database.ExecuteAsync("DROP TABLE a", CancellationToken);

        await RepairAsync(database, project, RepairAction.Restart);
        await project.Replace(1, "CREATE TABLE a (n bigint);").UpgradeAsync(database);

        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task Edited_file_is_accepted_as_what_was_applied()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await project.UpgradeAsync(database);
        project.Replace(1, "CREATE TABLE a (n int); -- a comment", "DROP TABLE a;");

        await RepairAsync(database, project, RepairAction.Accept);

        Assert.Empty((await project.UpgradeAsync(database)).Changes);
        Assert.Contains("DROP TABLE a", (await Project.HistoryAsync(database)).Applied[0].DowngradeText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RepairAction.Done)]
    [InlineData(RepairAction.Again)]
    [InlineData(RepairAction.Restart)]
    [InlineData(RepairAction.Accept)]
    public async Task Nothing_to_repair_is_an_error(RepairAction action)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => RepairAsync(database, new Project().Add("SELECT 1;"), action));

        Assert.Equal(DiagnosticCodes.NothingToRepair, failure.Diagnostics[0].Code);
    }

    private static async Task<Project> InterruptedAsync(TestDatabase database)
    {
        await database.ExecuteAsync(
            """
            CREATE TABLE a (n int);
            CREATE PROCEDURE step() LANGUAGE plpgsql AS $$ BEGIN COMMIT; PERFORM pg_sleep(60); END $$;
            """, CancellationToken);
        var project = new Project().Add("-- hm:no-transaction\nCALL step();\nINSERT INTO a VALUES (2);");
        var upgrade = Task.Run(() => project.UpgradeAsync(database), CancellationToken);
        await Sessions.KillAsync(database, "query = 'CALL step()' AND wait_event = 'PgSleep'", CancellationToken);
        await Assert.ThrowsAsync<DiagnosticException>(() => upgrade);
        await database.ExecuteAsync(
            "CREATE OR REPLACE PROCEDURE step() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO a VALUES (1); COMMIT; END $$", CancellationToken);
        return project;
    }

    private static Task RepairAsync(TestDatabase database, Project project, RepairAction action) =>
        new MigrationRunner(database.DataSource, new RunnerOptions())
            .RepairAsync(project.Set, Project.Revision(1), action, CancellationToken);
}
