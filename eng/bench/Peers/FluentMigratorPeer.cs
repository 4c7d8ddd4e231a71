using FluentMigrator;
using FluentMigrator.Infrastructure;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Migrate.Bench.Peers;

/// <summary>Gives FluentMigrator a migration for each file; usually they are compiled.</summary>
internal sealed class FluentMigratorPeer(string folder) : IMigrationInformationLoader
{
    public static void Run(string connectionString, string folder)
    {
        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(r => r.AddPostgres().WithGlobalConnectionString(connectionString))
            .AddSingleton<IMigrationInformationLoader>(new FluentMigratorPeer(folder))
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    public SortedList<long, IMigrationInfo> LoadMigrations()
    {
        var migrations = new SortedList<long, IMigrationInfo>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal))
        {
            var version = migrations.Count + 1;
            migrations.Add(version, new MigrationInfo(version, TransactionBehavior.Default, new FileMigration(path)));
        }

        return migrations;
    }

    private sealed class FileMigration(string path) : Migration
    {
        public override void Up() => Execute.Sql(File.ReadAllText(path));

        public override void Down()
        {
        }
    }
}
