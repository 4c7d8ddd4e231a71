using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Holds batches back while a standby is too far behind.</summary>
internal sealed class StandbyLag(RunnerOptions options)
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(250);

    // A base backup is in the view, too, but replays nothing. Who may not see the others gets rows without a state.
    private const string Worst =
        """
        SELECT coalesce(nullif(application_name, ''), pg_catalog.host(client_addr), 'pid ' || pid), replay_lag, state IS NULL
        FROM pg_catalog.pg_stat_replication
        WHERE state IS DISTINCT FROM 'backup'
        ORDER BY 3 DESC, 2 DESC NULLS LAST
        LIMIT 1
        """;

    /// <summary>Waits until no standby is further behind than <paramref name="most"/>; not at all without it.</summary>
    /// <exception cref="DiagnosticException">The role may not see how far they are.</exception>
    public async Task WaitAsync(WorkSession session, PlannedChange change, MigrationCommand command, TimeSpan? most, CancellationToken cancellationToken)
    {
        if (most is not { } limit)
        {
            return;
        }

        while (await session.AskAsync(command, () => WorstAsync(session, command, cancellationToken)).ConfigureAwait(false) is var (standby, lag) && lag > limit)
        {
            options.Progress?.Report(new RunEvent.Lagging(change, standby, lag, limit));
            await Task.Delay(LooksEvery, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<(string Standby, TimeSpan Lag)?> WorstAsync(
        WorkSession session, MigrationCommand command, CancellationToken cancellationToken)
    {
        var query = new NpgsqlCommand(Worst, session.Connection) { CommandTimeout = 0 };
        await using (query.ConfigureAwait(false))
        {
            var row = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                if (!await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }

                return row.GetBoolean(2) ? throw Hidden(command)
                    : row.IsDBNull(1) ? null
                    : (row.GetString(0), row.GetTimeSpan(1));
            }
        }
    }

    private static DiagnosticException Hidden(MigrationCommand command) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Summary = "The batches shall wait for standbys (max-lag), but the role may not see how far behind those are.",
        Why = "pg_stat_replication tells it to members of pg_monitor. The batches before are done and stay.",
        Where = command.Where,
        NextActions = ["GRANT pg_monitor TO the role that migrates, and run the command again.", "Or leave max-lag out."],
    });
}
