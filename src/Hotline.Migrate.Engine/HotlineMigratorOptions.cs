using Npgsql;

namespace Hotline.Migrate;

/// <summary>What <c>AddHotlineMigrator</c> sets up.</summary>
public sealed class HotlineMigratorOptions
{
    /// <summary>The migrations; by default those in the folder <c>migrations</c> beside the application.</summary>
    public HotlineMigrator? Migrator { get; set; }

    /// <summary>What to do at the start.</summary>
    public StartupAction AtStart { get; set; }

    /// <summary>The database, in any form that <see cref="HotlineMigrator.UpgradeAsync(string, CancellationToken)"/> understands.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The database's data source, where there is no connection string; by default the services' own <see cref="NpgsqlDataSource"/>.</summary>
    public Func<IServiceProvider, NpgsqlDataSource>? DataSource { get; set; }
}
