using System.Data;
using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Npgsql;

namespace Hotline.Migrate.Locking;

/// <summary>Lets one run at a time change a database: an advisory lock on a connection of its own.</summary>
/// <remarks>
/// The connection stays idle outside a transaction, so it holds up nothing. It is asked now and then, so that a firewall does not drop it
/// and so that its loss is noticed (<see cref="Lost"/>).
/// </remarks>
internal sealed class RunLock : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection connection;
    private readonly RunLockKey key;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource stop = new();
    private Task pings = Task.CompletedTask;
    private readonly SemaphoreSlim turn = new(1, 1);

    private RunLock(NpgsqlConnection connection, RunLockKey key, TimeSpan answerLimit)
    {
        this.connection = connection;
        this.key = key;
        AnswerSeconds = Math.Max(1, (int)answerLimit.TotalSeconds);
        Lost = lost.Token;
    }

    /// <summary>Cancelled when the lock's connection broke: somebody else may have the lock now.</summary>
    public CancellationToken Lost { get; }

    /// <summary>How long whoever looks at the server waits for its answer: one that never comes means that the network is cut.</summary>
    public int AnswerSeconds { get; }

    /// <summary>Takes the lock for <paramref name="history"/> on <paramref name="connection"/>, which it owns from here on.</summary>
    /// <exception cref="DiagnosticException">Not got in time, or a pooler in transaction mode is in between.</exception>
    public static async Task<RunLock> AcquireAsync(
        NpgsqlConnection connection,
        Func<CancellationToken, Task<NpgsqlConnection>> connect,
        HistoryTableName history,
        TimeSpan limit,
        Action<LockHolder>? waiting,
        TimeSpan answerLimit,
        CancellationToken cancellationToken)
    {
        try
        {
            await PoolerCheck.EnsureSessionAsync(connection, connect, cancellationToken).ConfigureAwait(false);
            await NameAsync(connection, cancellationToken).ConfigureAwait(false);
            var key = RunLockKey.ForRun(history);
            await AdvisoryLock.TakeAsync(connection, key, limit, waiting, cancellationToken).ConfigureAwait(false);
            var runLock = new RunLock(connection, key, answerLimit);
            runLock.pings = runLock.PingAsync();
            return runLock;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Uses the lock's idle connection to look at the server while a migration runs elsewhere.</summary>
    public async Task<T> LookAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> look, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await look(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e) && connection.FullState != ConnectionState.Open)
        {
            await lost.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes sure that the lock is still held, so that nobody else ran since it was got.</summary>
    /// <exception cref="OperationCanceledException">It was lost.</exception>
    public async Task EnsureHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(PingAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new OperationCanceledException("The run lock was lost.", e, Lost);
        }
    }

    /// <summary>Gives the lock back and closes its connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await pings.ConfigureAwait(false);
        try
        {
            if (!lost.IsCancellationRequested)
            {
                await AdvisoryLock.ReleaseAsync(connection, key).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            // The session is gone, and the lock with it.
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            stop.Dispose();
            lost.Dispose();
            turn.Dispose();
        }
    }

    // Whoever waits for the lock is told this name: in a cluster the machine says more than an address.
    private static async Task NameAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"hotline-migrate on {Environment.MachineName} ({Environment.ProcessId})");
        var command = new NpgsqlCommand("SELECT pg_catalog.set_config('application_name', $1, false)", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = name } },
        };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PingAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(PingEvery);
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                await LookAsync(PingAsync, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            // Told already.
        }
    }

    private async Task<int> PingAsync(NpgsqlConnection idle, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT 1", idle) { CommandTimeout = AnswerSeconds };
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
