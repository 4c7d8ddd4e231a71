using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>What another session sees of the working one.</summary>
/// <param name="Query">The statement that it runs, as far as the server keeps its text; <c>null</c> where it runs none.</param>
/// <param name="Start">When it began: two statements of the same text differ in it.</param>
/// <param name="Elapsed">How long it has run it.</param>
/// <param name="Blockers">Who it waits for.</param>
/// <param name="Work">How far a long statement is: its phase, what is done, and of how much.</param>
internal sealed record SessionLook(string? Query, DateTime Start, TimeSpan Elapsed, IReadOnlyList<Blocker> Blockers, (string Phase, long Done, long Total)? Work)
{
    private static readonly Version HasCopyProgress = new(14, 0);

    private const string Activity =
        """
        SELECT query, query_start, pg_catalog.clock_timestamp() - query_start
        FROM pg_catalog.pg_stat_activity WHERE pid = $1 AND state = 'active' AND query_start IS NOT NULL
        """;

    // Whom a session waits for is found under locks of the lock table itself, so it is asked only where one waits.
    private const string Blocking =
        $"""
        SELECT {Blocker.Columns}
        FROM pg_catalog.pg_stat_activity waiting
        CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(waiting.pid)) AS blocker(pid)
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
        WHERE waiting.pid = $1 AND waiting.wait_event_type = 'Lock'
        """;

    private const string IndexBuild =
        """
        SELECT phase,
               CASE WHEN phase LIKE 'waiting %' THEN lockers_done WHEN tuples_total > 0 THEN tuples_done ELSE blocks_done END,
               CASE WHEN phase LIKE 'waiting %' THEN lockers_total WHEN tuples_total > 0 THEN tuples_total ELSE blocks_total END
        FROM pg_catalog.pg_stat_progress_create_index WHERE pid = $1
        """;

    private const string Copying =
        "UNION ALL SELECT 'copying rows', tuples_processed, 0 FROM pg_catalog.pg_stat_progress_copy WHERE pid = $1";

    /// <summary>Looks at the session of the server process <paramref name="pid"/>.</summary>
    public static async Task<SessionLook> AtAsync(NpgsqlConnection connection, int pid, int seconds, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = seconds };
        await using (batch.ConfigureAwait(false))
        {
            foreach (var sql in (string[])[Activity, Blocking, connection.PostgreSqlVersion >= HasCopyProgress ? $"{IndexBuild}\n{Copying}" : IndexBuild])
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = pid } } });
            }

            var row = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var isBusy = await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                var (query, start, elapsed) = isBusy ? (row.GetString(0), row.GetDateTime(1), row.GetTimeSpan(2)) : (null, default, TimeSpan.Zero);
                await row.NextResultAsync(cancellationToken).ConfigureAwait(false);
                var blockers = new List<Blocker>();
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    blockers.Add(Blocker.Read(row));
                }

                await row.NextResultAsync(cancellationToken).ConfigureAwait(false);
                return new(query, start, elapsed, blockers, await row.ReadAsync(cancellationToken).ConfigureAwait(false)
                    ? (row.GetString(0), row.GetInt64(1), row.GetInt64(2))
                    : null);
            }
        }
    }
}
