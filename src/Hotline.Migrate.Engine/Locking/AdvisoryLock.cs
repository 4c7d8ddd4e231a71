using System.Diagnostics;
using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Locking;

/// <summary>Takes advisory locks of a session by asking again and again.</summary>
/// <remarks>
/// A session that waits inside <c>pg_advisory_lock</c> holds a snapshot, and a concurrent index build of the lock's holder waits for
/// that snapshot: both would wait for ever. Between two polls there is no snapshot.
/// </remarks>
internal static class AdvisoryLock
{
    private const int ShortestPauseMs = 20;
    private const int LongestPauseMs = 80;

    /// <summary>Takes the lock, waiting up to <paramref name="limit"/>.</summary>
    /// <param name="connection">The session that shall hold it.</param>
    /// <param name="key">The lock.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="waiting">Told once, with the holder, when the lock is not free at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DiagnosticException">The lock was not free in time (<see cref="FailureKind.Lock"/>).</exception>
    public static async Task TakeAsync(
        NpgsqlConnection connection, RunLockKey key, TimeSpan limit, Action<LockHolder>? waiting, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        var told = false;
        while (!await TryAsync(connection, key, cancellationToken).ConfigureAwait(false))
        {
            if (waited.Elapsed >= limit)
            {
                throw NotGot(await LockHolder.FindAsync(connection, key, cancellationToken).ConfigureAwait(false), limit);
            }

            if (!told && await LockHolder.FindAsync(connection, key, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                told = true;
                waiting?.Invoke(holder);
            }

            await Task.Delay(Random.Shared.Next(ShortestPauseMs, LongestPauseMs), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A <c>SELECT</c> that gives the lock back.</summary>
    public static string Release(RunLockKey key) => $"SELECT pg_catalog.pg_advisory_unlock({key})";

    /// <summary>Gives the lock back. <c>false</c> when this session does not hold it.</summary>
    public static async Task<bool> ReleaseAsync(NpgsqlConnection connection, RunLockKey key)
    {
        var command = new NpgsqlCommand(Release(key), connection) { CommandTimeout = 5 };
        await using (command.ConfigureAwait(false))
        {
            return (bool)(await command.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false))!;
        }
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, RunLockKey key, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand($"SELECT pg_catalog.pg_try_advisory_lock({key})", connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    private static DiagnosticException NotGot(LockHolder? holder, TimeSpan limit) =>
        new(FailureKind.Lock, new Diagnostic
        {
            Code = DiagnosticCodes.LockNotGot,
            Summary = string.Create(CultureInfo.InvariantCulture,
                $"Another run kept the lock for longer than {limit.TotalSeconds:0.###} s. Nothing was changed."),
            Why = holder is null ? "The holder went away just now." : $"Held by {holder}.",
            NextActions = holder is null
                ? ["Run the command again."]
                :
                [
                    "Wait for the other run and run the command again, or give it more time: --lock-wait 10min",
                    string.Create(CultureInfo.InvariantCulture,
                        $"If its process is gone, end the session: SELECT pg_terminate_backend({holder.Pid});"),
                ],
        });
}
