using Hotline.Migrate.Connecting;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Runs migrations on a scratch database with the runner that runs them everywhere, and looks at what they made.</summary>
internal sealed class ScratchReplay : IAsyncDisposable
{
    private readonly ScratchDatabase database;
    private readonly ManagedObjects managed;
    private readonly MigrationRunner runner;

    private ScratchReplay(ScratchDatabase database, ManagedObjects managed, RunnerOptions options)
    {
        this.database = database;
        this.managed = managed;
        runner = new MigrationRunner(database.DataSource, options with { AllowDrafts = true, SingleTransaction = false, Progress = null });
    }

    /// <summary>Connections to the database.</summary>
    public NpgsqlDataSource DataSource => database.DataSource;

    /// <summary>Creates an empty database on the server of <paramref name="server"/>.</summary>
    public static async Task<ScratchReplay> CreateAsync(
        ConnectionSettings server, ManagedObjects managed, RunnerOptions options, CancellationToken cancellationToken) =>
        new(await ScratchDatabase.CreateAsync(server, cancellationToken).ConfigureAwait(false), managed, options);

    /// <summary>Applies migrations in the order that they are in.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">One failed.</exception>
    public Task UpgradeAsync(IEnumerable<Migration> migrations, CancellationToken cancellationToken) =>
        runner.RunAsync(_ => new RunPlan([.. migrations.Select(m => new PlannedChange.Upgrade(m))], []), cancellationToken);

    /// <summary>Undoes one migration by its own downgrade, whatever stands on it.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">It failed.</exception>
    public Task DowngradeAsync(Migration migration, CancellationToken cancellationToken) =>
        runner.RunAsync(
            history => new RunPlan([new PlannedChange.Downgrade(history.Find(migration.Revision)!, migration.Downgrade, migration.Path)], []),
            cancellationToken);

    /// <inheritdoc cref="SchemaScript.RunAsync"/>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) => SchemaScript.RunAsync(database.DataSource, sql, cancellationToken);

    /// <summary>What the database holds now.</summary>
    public Task<DatabaseState> ReadAsync(CancellationToken cancellationToken) => DatabaseState.ReadAsync(database.DataSource, managed, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
