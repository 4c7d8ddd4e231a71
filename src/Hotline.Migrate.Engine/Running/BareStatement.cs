using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs one command outside a transaction.</summary>
internal sealed class BareStatement(RunnerOptions options)
{
    /// <summary>Runs <paramref name="command"/> alone, again after a deadlock or lock timeout.</summary>
    public async Task RunAsync(
        WorkSession session, PlannedChange change, MigrationCommand command, StatementForm? form, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AttemptAsync(session, command, form, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (CommandFailure failure) when (failure.IsWorthRetrying && attempt < options.LockAttempts)
            {
                var delay = RetryDelay.After(attempt, options);
                options.Progress?.Report(new RunEvent.Retrying(change, attempt, options.LockAttempts, delay, failure.Error.MessageText));
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task AttemptAsync(
        WorkSession session, MigrationCommand command, StatementForm? form, CancellationToken cancellationToken)
    {
        if (command is not SqlCommand sql)
        {
            await CommandExecution.RunAsync(session, null, command, options, cancellationToken).ConfigureAwait(false);
            return;
        }

        // A concurrent build waits for old transactions under the lock timeout too, and would leave an invalid index behind.
        var isOnline = form!.Kind is StatementKind.CreateIndex or StatementKind.DropIndex or StatementKind.Reindex or StatementKind.DetachPartition;
        if (isOnline)
        {
            await session.ExecuteAsync("SET lock_timeout = 0", cancellationToken).ConfigureAwait(false);
            await ClearAsync(session, form, cancellationToken).ConfigureAwait(false);
        }

        var batch = new CommandBatch(session.Connection).Add(await ToRunAsync(session, sql, form, cancellationToken).ConfigureAwait(false));
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }

        if (isOnline)
        {
            await session.ExecuteAsync(session.LockTimeout, cancellationToken).ConfigureAwait(false);
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
