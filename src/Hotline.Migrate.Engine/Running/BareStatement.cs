using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs one command outside a transaction.</summary>
internal sealed class BareStatement(RunnerOptions options)
{
    private readonly Attempts attempts = new(options);

    /// <summary>Runs <paramref name="command"/> alone, again after a deadlock or lock timeout; an index without a name once, for nothing tells which one a failed build left.</summary>
    public Task RunAsync(
        WorkSession session, PlannedChange change, MigrationCommand command, StatementForm? form, CancellationToken cancellationToken) =>
        form is { Kind: StatementKind.CreateIndex, Name: null }
            ? AttemptAsync(session, change, command, form, cancellationToken)
            : attempts.RunAsync(change, () => AttemptAsync(session, change, command, form, cancellationToken), tried: 0, cancellationToken);

    private async Task AttemptAsync(
        WorkSession session, PlannedChange change, MigrationCommand command, StatementForm? form, CancellationToken cancellationToken)
    {
        switch (command, form)
        {
            case (not SqlCommand, _):
                await CommandExecution.RunAsync(session, null, command, options, cancellationToken).ConfigureAwait(false);
                return;
            case (SqlCommand sql, { Kind: StatementKind.CreateIndex or StatementKind.DropIndex or StatementKind.Reindex or StatementKind.DetachPartition }):
                var turn = await BuildTurn.TakeAsync(session, change, command, form, options, cancellationToken).ConfigureAwait(false);
                await using (turn.ConfigureAwait(false))
                {
                    await RunConcurrentlyAsync(session, sql, form, cancellationToken).ConfigureAwait(false);
                }

                return;
            case (SqlCommand sql, _):
                await SendAsync(session, sql, cancellationToken).ConfigureAwait(false);
                return;
        }
    }

    private async Task RunConcurrentlyAsync(WorkSession session, SqlCommand sql, StatementForm form, CancellationToken cancellationToken)
    {
        // Behind a detach, others do queue: it locks the partition at its end.
        if (form.Kind == StatementKind.DetachPartition)
        {
            await SendAsync(session, await ToRunAsync(session, sql, form, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return;
        }

        // A concurrent build waits for old transactions under the lock timeout too, and would leave an invalid index behind; nobody who reads or
        // writes queues behind it.
        await session.ExecuteAsync("SET lock_timeout = 0", cancellationToken).ConfigureAwait(false);
        await ClearAsync(session, form, cancellationToken).ConfigureAwait(false);
        await SendAsync(session, sql, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(session.LockTimeout, cancellationToken).ConfigureAwait(false);
    }

    private static async Task SendAsync(WorkSession session, SqlCommand sql, CancellationToken cancellationToken)
    {
        var batch = new CommandBatch(session.Connection).Add(sql);
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ClearAsync(WorkSession session, StatementForm form, CancellationToken cancellationToken)
    {
        var dropped = await InvalidIndexes.DropAsync(session, form, cancellationToken).ConfigureAwait(false);
        if (dropped is not [])
        {
            options.Progress?.Report(new RunEvent.Warned(new Diagnostic
            {
                Code = DiagnosticCodes.InvalidIndexDropped,
                Severity = DiagnosticSeverity.Warning,
                Summary = $"Dropped the invalid index {string.Join(", ", dropped)}, which an interrupted build left; it is built again.",
            }));
        }
    }

    // A detach that was interrupted half-way cannot be begun again, only finished.
    private static async Task<SqlCommand> ToRunAsync(
        WorkSession session, SqlCommand sql, StatementForm form, CancellationToken cancellationToken)
    {
        if (form is not { Kind: StatementKind.DetachPartition, Name: { } partition, Table: { } table }
            || session.Connection.PostgreSqlVersion.Major < 14)
        {
            return sql;
        }

        var pending = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = pg_catalog.to_regclass($1) AND inhdetachpending)",
            session.Connection) { CommandTimeout = 0, Parameters = { new() { Value = partition } } };
        await using (pending.ConfigureAwait(false))
        {
            return (bool)(await pending.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!
                ? sql with { Sql = $"ALTER TABLE {table} DETACH PARTITION {partition} FINALIZE" }
                : sql;
        }
    }
}
