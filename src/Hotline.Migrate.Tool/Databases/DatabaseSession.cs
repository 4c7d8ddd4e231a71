using Hotline.Migrate.Connecting;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Tool.Databases;

/// <summary>A database that answers, with what runs migrations on it.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly MigrationRunner runner;
    private readonly RunnerConnections connections;

    /// <summary>Takes over <paramref name="source"/>, and <paramref name="connection"/>, which is open.</summary>
    public DatabaseSession(ConnectionSettings settings, NpgsqlDataSource source, NpgsqlConnection connection, RunnerOptions options)
    {
        Settings = settings;
        Source = source;
        Options = options;
        connections = new RunnerConnections(source, connection);
        runner = new MigrationRunner(connections, options);
    }

    /// <summary>The connection.</summary>
    public ConnectionSettings Settings { get; }

    /// <summary>The connection, with what its sessions are set to.</summary>
    public required ConnectionSettings SessionSettings { get; init; }

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>How migrations are run on it.</summary>
    public RunnerOptions Options { get; }

    /// <summary>The database's name, which a person types to confirm.</summary>
    public string Name => Settings.Database;

    /// <summary>Whether it was created by this command.</summary>
    public bool IsNew { get; init; }

    /// <summary>What the database has, without the ways back that it keeps.</summary>
    public Task<DatabaseHistory> ReadHistoryAsync(CancellationToken cancellationToken) => ReadHistoryAsync(withTexts: false, cancellationToken);

    /// <inheritdoc cref="MigrationRunner.ReadHistoryAsync(bool, CancellationToken)"/>
    public Task<DatabaseHistory> ReadHistoryAsync(bool withTexts, CancellationToken cancellationToken) =>
        runner.ReadHistoryAsync(withTexts, cancellationToken);

    /// <summary>Does what a plan says.</summary>
    public Task<RunResult> RunAsync(Func<DatabaseHistory, RunPlan> plan, bool withTexts, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, withTexts, cancellationToken);

    /// <summary>Writes a decision about a revision into the history.</summary>
    public Task RepairAsync(MigrationSet set, string revision, RepairAction action, CancellationToken cancellationToken) =>
        runner.RepairAsync(set, revision, action, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await connections.DisposeAsync().ConfigureAwait(false);
        await Source.DisposeAsync().ConfigureAwait(false);
    }
}
