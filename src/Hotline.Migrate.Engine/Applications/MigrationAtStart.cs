using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hotline.Migrate.Applications;

/// <summary>Does at an application's start what its options say.</summary>
internal sealed class MigrationAtStart(
    HotlineMigratorOptions options, IServiceProvider services, IHostEnvironment? environment, ILogger? logger) : IHostedLifecycleService
{
    private readonly ILogger log = logger ?? NullLogger.Instance;

    // Before the start of any service: those may use the database.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var migrator = options.Migrator ?? HotlineMigrator.FromDirectory();
        var used = migrator.With(migrator.Options with
        {
            AllowDrafts = migrator.Options.AllowDrafts || environment?.IsDevelopment() == true,
            Progress = migrator.Options.Progress ?? new LoggedEvents(log),
        });
        Task work = (options.AtStart, options.ConnectionString) switch
        {
            (StartupAction.Upgrade, { } text) => used.UpgradeAsync(text, cancellationToken),
            (StartupAction.Upgrade, null) => used.UpgradeAsync(Source(), cancellationToken),
            (_, { } text) => used.EnsureCompatibleAsync(text, cancellationToken),
            _ => used.EnsureCompatibleAsync(Source(), cancellationToken),
        };
        await work.ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private NpgsqlDataSource Source() => options.DataSource?.Invoke(services) ?? services.GetRequiredService<NpgsqlDataSource>();
}
