using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Engine.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Applications;

public sealed class HotlineMigratorTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Application_upgrades_its_database_and_finds_it_compatible()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var migrator = Migrator(new Project().Add("CREATE TABLE a (n int);"));

        var missing = await Assert.ThrowsAsync<DiagnosticException>(
            () => migrator.EnsureCompatibleAsync(database.ConnectionString, CancellationToken));
        Assert.Equal(DiagnosticCodes.DatabaseNotCompatible, missing.Diagnostics[0].Code);
        Assert.False((await migrator.GetStatusAsync(database.DataSource, CancellationToken)).IsCompatible);

        await migrator.UpgradeAsync(database.Url, CancellationToken);

        await migrator.EnsureCompatibleAsync(database.DataSource, CancellationToken);
        var status = await migrator.GetStatusAsync(database.DataSource, CancellationToken);
        Assert.True(status.IsCompatible);
        Assert.Equal([Project.Revision(1)], status.Current);
        Assert.Equal(status.Needed, status.Current);
    }

    [Fact]
    public async Task Older_release_starts_beside_a_newer_database()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var project = new Project().Add("CREATE TABLE a (n int);").Add("CREATE TABLE b (n int);");
        await project.UpgradeAsync(database);
        var older = Migrator(project.RemoveLast());

        Assert.Empty((await older.UpgradeAsync(database.DataSource, CancellationToken)).Changes);
        await older.EnsureCompatibleAsync(database.DataSource, CancellationToken);
        var status = await older.GetStatusAsync(database.DataSource, CancellationToken);
        Assert.Equal([Project.Revision(2)], status.Unknown);
        Assert.Equal([Project.Revision(2)], status.Current);
    }

    [Fact]
    public async Task Migrations_come_from_a_folder_beside_the_application()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "migrations-" + database.Name));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.sql"), Project.Text(1, "CREATE TABLE a (n int);"), CancellationToken);

        var result = await HotlineMigrator.FromDirectory(folder.Name).UpgradeAsync(database.DataSource, CancellationToken);

        Assert.Equal([Project.Revision(1)], result.To);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Migrations_come_from_embedded_resources_and_other_sql_files_are_left_alone()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);

        var result = await HotlineMigrator.FromEmbeddedResources(typeof(HotlineMigratorTests).Assembly)
            .UpgradeAsync(database.DataSource, CancellationToken);

        Assert.Equal(["00000000e001"], result.To);
    }

    [Fact]
    public void Assembly_without_migrations_is_refused()
    {
        var failure = Assert.Throws<DiagnosticException>(() => HotlineMigrator.FromEmbeddedResources(typeof(object).Assembly));

        Assert.Equal(FailureKind.Usage, failure.Kind);
    }

    [Theory]
    [InlineData(StartupAction.Upgrade)]
    [InlineData(StartupAction.EnsureCompatible)]
    public async Task Host_migrates_or_checks_before_its_services_start(StartupAction action)
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        var services = new ServiceCollection().AddHotlineMigrator(o =>
        {
            o.Migrator = Migrator(new Project().Add("CREATE TABLE a (n int);"));
            o.AtStart = action;
        });
        var service = Assert.Single(services, d => d.ServiceType == typeof(IHostedService));
        var hosted = (IHostedLifecycleService)service.ImplementationFactory!(new OnlyService(database.DataSource));

        if (action == StartupAction.Upgrade)
        {
            await hosted.StartingAsync(CancellationToken);
            Assert.Equal("a", await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
        }
        else
        {
            await Assert.ThrowsAsync<DiagnosticException>(() => hosted.StartingAsync(CancellationToken));
        }
    }

    [Fact]
    public async Task Transaction_of_the_caller_is_left_alone()
    {
        await using var database = await server.CreateDatabaseAsync(CancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Enlist = true });

        using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
        {
            await Migrator(new Project().Add("CREATE TABLE a (n int);")).UpgradeAsync(source, CancellationToken);
        }

        Assert.Equal("a", await database.ScalarAsync<string>("SELECT to_regclass('a')::text", CancellationToken));
    }

    private static HotlineMigrator Migrator(Project project) => HotlineMigrator.FromMigrations(project.Set.Migrations);

    private sealed class OnlyService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}
