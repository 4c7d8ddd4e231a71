using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Lets one statement at a time work <c>CONCURRENTLY</c> on a table.</summary>
/// <remarks>
/// The server would queue a second one behind the first one's lock, with a snapshot that the first one waits for in the end: a deadlock, and an
/// invalid index. Between two looks there is no snapshot. Runs of other histories take turns by an advisory lock; others are seen by their lock on
/// the table. An autovacuum has no user and gives way by itself.
/// </remarks>
internal sealed class BuildTurn : IAsyncDisposable
{
    private const int ShortestPauseMs = 50;
    private const int LongestPauseMs = 200;

    private const string Table = "pg_catalog.to_regclass($1)::pg_catalog.oid";
    private const string TableOfIndex = "(SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass($1))";

    private readonly WorkSession session;
    private readonly long? key;

    private BuildTurn(WorkSession session, long? key)
    {
        this.session = session;
        this.key = key;
    }

    /// <summary>Waits for a turn on the table of <paramref name="form"/>; at once where there is no such table.</summary>
    public static async Task<BuildTurn> TakeAsync(
        WorkSession session, PlannedChange change, MigrationCommand command, StatementForm form, RunnerOptions options, CancellationToken cancellationToken)
    {
        var told = 0;
        while (true)
        {
            var (hasTurn, key, ahead) = await session.AskAsync(command, () => TryAsync(session.Connection, form, cancellationToken)).ConfigureAwait(false);
            if (hasTurn)
            {
                return new(session, key);
            }

            if (ahead is { } pid && pid != told)
            {
                told = pid;
                var blocker = await session.AskAsync(command, () => LookAsync(session.Connection, pid, cancellationToken)).ConfigureAwait(false);
                options.Progress?.Report(blocker.Of(change));
            }

            await Task.Delay(Random.Shared.Next(ShortestPauseMs, LongestPauseMs), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the next one begin.</summary>
    public async ValueTask DisposeAsync()
    {
        if (key is null || !session.IsAlive)
        {
            return;
        }

        try
        {
            await session.ExecuteAsync(FormattableString.Invariant($"SELECT pg_catalog.pg_advisory_unlock({key})"), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SessionLost || LostConnection.Is(e))
        {
            // The session is gone, and the lock with it.
        }
    }

    private static async Task<(bool HasTurn, long? Key, int? Ahead)> TryAsync(
        NpgsqlConnection connection, StatementForm form, CancellationToken cancellationToken)
    {
        var query = new NpgsqlCommand(
            $"""
            WITH built AS (SELECT {(form.Table is null ? TableOfIndex : Table)} AS oid),
                 ahead AS (SELECT l.pid
                           FROM built
                           JOIN pg_catalog.pg_locks l ON l.relation = built.oid
                           JOIN pg_catalog.pg_stat_activity s ON s.pid = l.pid AND s.datname = pg_catalog.current_database() AND s.usesysid IS NOT NULL
                           WHERE l.locktype = 'relation' AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid())
            SELECT CASE WHEN oid IS NULL THEN true
                        WHEN EXISTS (SELECT FROM ahead) THEN false
                        ELSE pg_catalog.pg_try_advisory_lock($2 + oid::pg_catalog.int8) END,
                   $2 + oid::pg_catalog.int8,
                   (SELECT pg_catalog.min(pid) FROM ahead)
            FROM built
            """, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = form.Table ?? form.Name ?? "" }, new() { Value = RunLockKey.OfTables } },
        };
        await using (query.ConfigureAwait(false))
        {
            var row = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                return (row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt32(2));
            }
        }
    }

    private static async Task<Blocker> LookAsync(NpgsqlConnection connection, int pid, CancellationToken cancellationToken)
    {
        var query = new NpgsqlCommand(
            $"SELECT {Blocker.Columns} FROM (SELECT $1 AS pid) blocker LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = pid } },
        };
        await using (query.ConfigureAwait(false))
        {
            var row = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                return Blocker.Read(row);
            }
        }
    }
}
