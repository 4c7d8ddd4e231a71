using System.Collections.Immutable;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>The connection that migrations run on.</summary>
/// <remarks>
/// It holds an advisory lock of its own: when the tool is killed, its server process may work on for a while, and the next run waits
/// until that one is gone before it looks at what is done.
/// </remarks>
internal sealed class WorkSession : IAsyncDisposable
{
    private static readonly Version DetectsLostClients = new(14, 0);

    /// <summary>Undoes what a script set: the history is written as the role that connected, and the next migration begins afresh.</summary>
    public static readonly ImmutableArray<string> SessionReset = ["RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL"];

    private readonly RunLockKey key;
    private readonly SessionSettings settings;

    private WorkSession(NpgsqlConnection connection, RunLockKey key, SessionSettings settings)
    {
        Connection = connection;
        ProcessId = connection.ProcessID;
        this.key = key;
        this.settings = settings;
    }

    /// <summary>The connection.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The server's process; known when the connection is lost, too.</summary>
    public int ProcessId { get; }

    /// <summary>A <c>SELECT</c> that sets the timeouts and the search path. It is sent when the session opens, and behind whatever may have changed them.</summary>
    public string Settings => settings.All;

    /// <summary>A <c>SELECT</c> that sets the lock timeout alone.</summary>
    public string LockTimeout => settings.LockTimeout;

    /// <inheritdoc cref="SessionSettings.Behind"/>
    public string? SettingsBehind(string sql) => settings.Behind(sql);

    /// <summary>The statement that records a migration, where it is prepared in this session.</summary>
    public string? Recording { get; set; }

    /// <summary>Called when the server sends a notice, before that is reported.</summary>
    public Action? BeforeNotice { get; set; }

    /// <summary>Whether the connection can still be used.</summary>
    public bool IsAlive => Connection.FullState == System.Data.ConnectionState.Open;

    /// <summary>Opens the session, waiting for a session that an earlier run left behind.</summary>
    public static async Task<WorkSession> OpenAsync(
        Func<CancellationToken, Task<NpgsqlConnection>> connect, RunnerOptions options, CancellationToken cancellationToken)
    {
        var connection = await connect(cancellationToken).ConfigureAwait(false);
        var key = RunLockKey.ForSession(options.History);
        var isLocked = false;
        try
        {
            await AdvisoryLock.TakeAsync(
                connection, key, options.LockWait, holder => options.Progress?.Report(new RunEvent.WaitingForLock(holder)), cancellationToken)
                .ConfigureAwait(false);
            isLocked = true;
            var settings = await ApplySettingsAsync(connection, options, cancellationToken).ConfigureAwait(false);
            var session = new WorkSession(connection, key, settings);
            connection.Notice += (_, notice) =>
            {
                // The runner rolls back to be sure, and the server remarks that there was nothing left to do.
                if (notice.Notice.SqlState != PostgresErrorCodes.NoActiveSqlTransaction)
                {
                    session.BeforeNotice?.Invoke();
                    options.Progress?.Report(new RunEvent.Noticed(notice.Notice.Severity, notice.Notice.MessageText));
                }
            };
            return session;
        }
        catch
        {
            await CloseAsync(connection, isLocked ? [AdvisoryLock.Release(key)] : []).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a statement of the runner.</summary>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) => ExecuteAsync(new NpgsqlBatchCommand(sql), cancellationToken);

    /// <inheritdoc cref="ExecuteAsync(string, CancellationToken)"/>
    public async Task ExecuteAsync(NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        var batch = new CommandBatch(Connection).Add(command);
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the server something for <paramref name="command"/>, telling what it refuses from a lost connection.</summary>
    /// <exception cref="CommandFailure">The server refused it.</exception>
    /// <exception cref="SessionLost">The connection broke.</exception>
    public async Task<T> AskAsync<T>(MigrationCommand command, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (PostgresException e) when (IsAlive)
        {
            throw new CommandFailure(command, e);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new SessionLost(e);
        }
    }

    /// <summary>Rolls back whatever is open. <c>false</c> when the connection is lost, which comes to the same.</summary>
    public async Task<bool> RollBackAsync()
    {
        if (!IsAlive)
        {
            return false;
        }

        try
        {
            var command = new NpgsqlCommand("ROLLBACK", Connection) { CommandTimeout = 30 };
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                return true;
            }
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => CloseAsync(Connection, [.. SessionReset, AdvisoryLock.Release(key)]);

    // A pool cleans what it gets back only when it lends it out again, if ever; until then the lock would be held.
    private static async ValueTask CloseAsync(NpgsqlConnection connection, IReadOnlyList<string> farewell)
    {
        try
        {
            if (connection.FullState == System.Data.ConnectionState.Open && farewell.Count > 0)
            {
                var last = new NpgsqlBatch(connection) { Timeout = 5 };
                await using (last.ConfigureAwait(false))
                {
                    foreach (var sql in farewell)
                    {
                        last.BatchCommands.Add(new NpgsqlBatchCommand(sql));
                    }

                    await last.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            // The session is gone, and the lock with it.
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<SessionSettings> ApplySettingsAsync(
        NpgsqlConnection connection, RunnerOptions options, CancellationToken cancellationToken)
    {
        var state = await SessionState.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        state.EnsureWritable();
        SessionSettings Make(bool detectsLostClients) =>
            new(connection.PostgreSqlVersion, options.LockTimeout, options.StatementTimeout, detectsLostClients, state.SearchPath);

        if (connection.PostgreSqlVersion >= DetectsLostClients)
        {
            // Without it, a server process notices that its client is gone only when its statement ends.
            var detecting = Make(detectsLostClients: true);
            try
            {
                await ApplyAsync(connection, detecting.All, cancellationToken).ConfigureAwait(false);
                return detecting;
            }
            catch (PostgresException) when (connection.FullState == System.Data.ConnectionState.Open)
            {
                // The server's platform cannot do it.
            }
        }

        var settings = Make(detectsLostClients: false);
        await ApplyAsync(connection, settings.All, cancellationToken).ConfigureAwait(false);
        return settings;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string settings, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(settings, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
