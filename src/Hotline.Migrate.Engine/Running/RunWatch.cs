using Hotline.Migrate.Locking;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Looks at the working session from outside while it works: who holds it up, and how far an index build is.</summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly RunLock runLock;
    private readonly IProgress<RunEvent>? progress;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;
    private volatile WatchedChange? watched;
    private string lastBlockers = "";

    /// <summary>Starts to look, with the idle connection of <paramref name="runLock"/>.</summary>
    public RunWatch(RunLock runLock, IProgress<RunEvent>? progress)
    {
        this.runLock = runLock;
        this.progress = progress;
        loop = LoopAsync();
    }

    /// <summary>Who held up the change at hand when it was looked at last, for the report of a lock timeout.</summary>
    public string? Blockers { get; private set; }

    /// <summary>Looks at <paramref name="session"/> from now on.</summary>
    public void Watch(WorkSession session, PlannedChange change)
    {
        Blockers = null;
        watched = new WatchedChange(session.Connection.ProcessID, change);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Every);
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                if (watched is { } change)
                {
                    await runLock.LookAsync((connection, token) => LookAsync(connection, change, token), stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || LostConnection.Is(e))
        {
            // Ended, or the connection is lost: the lock itself notices that.
        }
    }

    private async Task<int> LookAsync(NpgsqlConnection connection, WatchedChange change, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            Timeout = runLock.AnswerSeconds,
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    SELECT a.pid, coalesce(a.application_name, ''), coalesce(a.client_hostname, pg_catalog.host(a.client_addr), 'local'),
                           coalesce(a.usename::pg_catalog.text, ''), coalesce(a.backend_start, pg_catalog.now()),
                           coalesce(pg_catalog.left(a.query, 200), ''), pg_catalog.now() - coalesce(a.xact_start, pg_catalog.now()),
                           coalesce(a.state, 'active')
                    FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids($1)) AS blocker(pid)
                    JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
                    """) { Parameters = { new() { Value = change.Pid } } },
                new NpgsqlBatchCommand(
                    """
                    SELECT phase, coalesce(nullif(tuples_done, 0), blocks_done), coalesce(nullif(tuples_total, 0), blocks_total)
                    FROM pg_catalog.pg_stat_progress_create_index WHERE pid = $1
                    """) { Parameters = { new() { Value = change.Pid } } },
            },
        };
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var blockers = new List<Blocker>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    blockers.Add(Read(reader));
                }

                Tell(change, blockers);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    progress?.Report(new RunEvent.Advancing(change.Change, reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
                }
            }
        }

        return 0;
    }

    private void Tell(WatchedChange change, List<Blocker> blockers)
    {
        var seen = string.Join('\n', blockers.Select(b => b.Holder.Pid));
        if (blockers is [])
        {
            lastBlockers = "";
            return;
        }

        Blockers = string.Join('\n', blockers.Select(b => $"Held up by {b.Holder}, {b.State}, transaction open for {b.Age.TotalSeconds:0} s: {b.Query}"));
        if (seen != lastBlockers)
        {
            lastBlockers = seen;
            foreach (var blocker in blockers)
            {
                progress?.Report(new RunEvent.Blocked(change.Change, blocker.Holder, blocker.Query, blocker.Age) { State = blocker.State });
            }
        }
    }

    private static Blocker Read(NpgsqlDataReader row) => new(
        new LockHolder(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), new(DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc))),
        row.GetString(5).ReplaceLineEndings(" "),
        row.GetTimeSpan(6),
        row.GetString(7));

    private sealed record WatchedChange(int Pid, PlannedChange Change);

    private sealed record Blocker(LockHolder Holder, string Query, TimeSpan Age, string State);
}
