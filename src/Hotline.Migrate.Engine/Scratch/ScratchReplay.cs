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

    /// <summary>Runs SQL as it is.</summary>
    /// <exception cref="Npgsql.PostgresException">It failed.</exception>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        if (sql.Length == 0)
        {
            return;
        }

        // Split by our lexer: Npgsql's own would cut a BEGIN ATOMIC body at its semicolons.
        var batch = database.DataSource.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Timeout = 0;
            foreach (var command in MigrationFile.ParseSection("scratch", sql).Steps.SelectMany(s => s.Commands).OfType<SqlCommand>())
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(command.Sql));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the database holds now.</summary>
    public Task<DatabaseState> ReadAsync(CancellationToken cancellationToken) => DatabaseState.ReadAsync(database.DataSource, managed, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
