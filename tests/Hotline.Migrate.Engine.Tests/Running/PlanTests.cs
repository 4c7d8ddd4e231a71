using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Engine.Tests.Running;

public sealed class PlanTests(PostgresServer server)
{
    private static readonly RunnerOptions Development = new() { AllowDrafts = true };

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edited_migration_is_refused_once_it_is_applied()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await project.UpgradeAsync(database);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => project.Replace(1, "CREATE TABLE a (n bigint);").UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.AppliedMigrationEdited, failure.Diagnostics[0].Code);
        Assert.Equal(new SourceLocation("migrations/1.sql"), failure.Diagnostics[0].Where);
    }

    [Fact]
    public async Task Revision_that_the_folder_lacks_is_refused_by_upgrade()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");
        await project.UpgradeAsync(database);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.RemoveLast().UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.AppliedRevisionMissing, failure.Diagnostics[0].Code);
        Assert.Contains(Project.Revision(2), failure.Diagnostics[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newer_database_is_accepted_by_option_while_nothing_is_to_do()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");
        await project.UpgradeAsync(database);
        var older = new RunnerOptions { AllowNewerDatabase = true };

        Assert.Empty((await project.RemoveLast().UpgradeAsync(database, older)).Changes);
    }

    [Fact]
    public async Task Draft_is_refused_outside_of_development()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(
            () => new Project().AddDraft("CREATE TABLE a (n int);").UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.DraftNotAllowed, failure.Diagnostics[0].Code);
        Assert.False((await Project.HistoryAsync(database)).IsCreated);
    }

    [Fact]
    public async Task Changed_draft_is_undone_with_its_old_text_and_applied_anew()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").AddDraft("CREATE TABLE b (n int);", "DROP TABLE b;");
        await project.UpgradeAsync(database, Development);
        Assert.True((await Project.HistoryAsync(database)).Applied[1].IsDraft);

        project.Replace(2, "CREATE TABLE c (n int);", "DROP TABLE c;", isSealed: false);
        var result = await project.UpgradeAsync(database, Development);

        Assert.Equal(["downgrade", "upgrade"], result.Changes.Select(c => c.Change.Name));
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('b')::text", CancellationToken));
        Assert.Equal("c", await database.ScalarAsync<string>("SELECT to_regclass('c')::text", CancellationToken));
        Assert.Empty((await project.UpgradeAsync(database, Development)).Changes);
    }

    [Fact]
    public async Task Draft_that_is_sealed_as_it_was_applied_is_only_marked()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().AddDraft("CREATE TABLE b (n int);", "DROP TABLE b;");
        await project.UpgradeAsync(database, Development);

        project.Replace(1, "CREATE TABLE b (n int);", "DROP TABLE b;");
        var result = await project.UpgradeAsync(database);

        Assert.Equal("seal", Assert.Single(result.Changes).Change.Name);
        var row = Assert.Single((await Project.HistoryAsync(database)).Applied);
        Assert.False(row.IsDraft);
        Assert.Null(row.UpgradeText);
        Assert.Equal(project.Set.Migrations[0].Hash, row.Hash);
    }

    [Fact]
    public async Task Applied_draft_whose_file_is_gone_is_undone()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").AddDraft("CREATE TABLE b (n int);", "DROP TABLE b;");
        await project.UpgradeAsync(database, Development);

        var result = await project.RemoveLast().UpgradeAsync(database, Development);

        Assert.Equal([Project.Revision(1)], result.To);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('b')::text", CancellationToken));
    }

    [Fact]
    public async Task Downgrade_uses_the_text_in_the_history_when_the_file_was_edited_and_says_so()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);", "DROP TABLE a;");
        await project.UpgradeAsync(database);

        var result = await project.Replace(1, "CREATE TABLE a (n int);", "DROP TABLE other;").DowngradeAsync(database, "base");

        Assert.Equal(DiagnosticCodes.DowngradeFromHistory, Assert.Single(result.Warnings).Code);
        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    [Fact]
    public async Task Downgrade_from_the_history_keeps_a_no_transaction_line_above_the_sections()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE a (id int)", CancellationToken);
        var project = new Project()
            .Add("SELECT 1;")
            .AddWhole("-- hm:no-transaction\n\n-- hm:upgrade\nCREATE INDEX CONCURRENTLY a_id ON a (id);\n\n-- hm:downgrade\nDROP INDEX CONCURRENTLY a_id;\n");
        await project.UpgradeAsync(database);

        await project.RemoveLast().DowngradeAsync(database, "-1");

        Assert.Null(await database.ScalarAsync<string>("SELECT to_regclass('a_id')::text", CancellationToken));
    }

    [Fact]
    public async Task Downgrade_without_a_text_warns_that_everything_stays()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await project.UpgradeAsync(database);

        var result = await project.DowngradeAsync(database, "base");

        Assert.Equal(DiagnosticCodes.NothingToUndo, Assert.Single(result.Warnings).Code);
        Assert.Empty(result.To);
    }

    [Fact]
    public async Task Stamp_with_purge_forgets_revisions_that_the_folder_lacks()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");
        await project.UpgradeAsync(database);
        project.RemoveLast();

        await Assert.ThrowsAsync<DiagnosticException>(() => project.StampAsync(database, "head"));
        await project.StampAsync(database, "head", purge: true);

        Assert.Equal([Project.Revision(1)], (await Project.HistoryAsync(database)).Heads);
    }

    [Fact]
    public async Task History_of_a_newer_tool_is_refused()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);");
        await project.UpgradeAsync(database);
        await database.ExecuteAsync("ALTER TABLE hotline_migrations ALTER COLUMN format_version SET DEFAULT 2", CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => project.UpgradeAsync(database));

        Assert.Equal(DiagnosticCodes.NewerHistoryTable, failure.Diagnostics[0].Code);
        Assert.Equal(FailureKind.Usage, failure.Kind);
    }

    [Fact]
    public async Task Table_of_another_kind_with_the_same_name_is_refused()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await database.ExecuteAsync("CREATE TABLE hotline_migrations (id int)", CancellationToken);

        var failure = await Assert.ThrowsAsync<DiagnosticException>(() => Project.HistoryAsync(database));

        Assert.Equal(DiagnosticCodes.ForeignHistoryTable, failure.Diagnostics[0].Code);
    }

    [Fact]
    public async Task History_may_live_in_a_schema_of_its_own_with_a_name_that_needs_quotes()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var options = new RunnerOptions { History = new HistoryTableName("My \"Ops\"", "Migrations") };
        var project = new Project().Add("CREATE TABLE a (n int);");

        await project.UpgradeAsync(database, options);

        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM \"My \"\"Ops\"\"\".\"Migrations\"", CancellationToken));
        Assert.Empty((await project.UpgradeAsync(database, options)).Changes);
    }
}
