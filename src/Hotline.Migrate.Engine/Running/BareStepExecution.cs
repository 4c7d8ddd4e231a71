using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs a step without transaction: every statement commits for itself, and the journal tells which are done.</summary>
/// <remarks>
/// A statement that can run in a transaction gets one of its own, together with its line in the journal: it is done and journalled, or
/// neither. For the others the journal says before that they begin, and the next run finds out what became of them.
/// </remarks>
internal sealed class BareStepExecution(TransactionExecution transactions, RunnerOptions options)
{
    private readonly BareStatement bare = new(options);
    private readonly BatchExecution batches = new(transactions, options);
    private readonly CodeBatchExecution codeBatches = new(transactions, options);

    /// <summary>Runs the commands from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="session">The session.</param>
    /// <param name="run">The section.</param>
    /// <param name="stepStart">The step's first command.</param>
    /// <param name="start">The first one that is not done.</param>
    /// <param name="end">The command behind the step's last one.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public async Task RunAsync(
        WorkSession session, SectionRun run, int stepStart, int start, int end, CancellationToken cancellationToken)
    {
        session.Recording = null;
        await session.ExecuteAsync(session.Settings, cancellationToken).ConfigureAwait(false);
        await RestoreSettingsAsync(session, run, stepStart, start, cancellationToken).ConfigureAwait(false);
        for (var i = start; i < end; i++)
        {
            var command = run.Commands[i];
            options.Progress?.Report(new RunEvent.CommandStarted(run.Change, i + 1, run.Commands.Count, CommandPrefix.Text(command)));
            await RunAsync(session, run, i, isLast: i + 1 == end, command, cancellationToken).ConfigureAwait(false);
        }
    }

    // What a finished statement set was lost with the session that set it.
    private static async Task RestoreSettingsAsync(
        WorkSession session, SectionRun run, int stepStart, int start, CancellationToken cancellationToken)
    {
        for (var i = stepStart; i < start; i++)
        {
            if (run.Commands[i] is SqlCommand sql && StatementForm.Of(sql.Sql).Kind == StatementKind.Setting)
            {
                await session.ExecuteAsync(sql.Sql, cancellationToken).ConfigureAwait(false);
                if (session.SettingsBehind(sql.Sql) is { } settings)
                {
                    await session.ExecuteAsync(settings, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task RunAsync(
        WorkSession session, SectionRun run, int index, bool isLast, MigrationCommand command, CancellationToken cancellationToken)
    {
        if (command is BatchCommand batch)
        {
            await batches.RunAsync(session, run, index, batch, cancellationToken).ConfigureAwait(false);
            await transactions.RunAsync(session, Unit(run, index, isLast, []), cancellationToken).ConfigureAwait(false);
            return;
        }

        var wasBegun = run.Unfinished?.Running == index;
        if (!(wasBegun && run.Unfinished!.IsOutcomeUnknown)
            && command is CodeCommand code && CommandExecution.Resolve(code, options.DataMigrations) is IBatchedDataMigration batched)
        {
            await codeBatches.RunAsync(session, run, index, code, batched, cancellationToken).ConfigureAwait(false);
            await transactions.RunAsync(session, Unit(run, index, isLast, []), cancellationToken).ConfigureAwait(false);
            return;
        }

        var form = command is SqlCommand sql ? StatementForm.Of(sql.Sql) : null;
        if (!wasBegun && (form?.Kind is StatementKind.Transactional or StatementKind.Setting || command is CopyCommand or StreamedCommand)
            && await TryInTransactionAsync(session, run, index, isLast, command, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var isDone = wasBegun && await IsDoneAsync(session, run, command, form, cancellationToken).ConfigureAwait(false);
        if (!isDone)
        {
            await session.ExecuteAsync(run.Running(index), cancellationToken).ConfigureAwait(false);
            try
            {
                await bare.RunAsync(session, run.Change, command, form, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (IsKnownToHaveFailed(e) && session.IsAlive)
            {
                await session.ExecuteAsync(run.Running(index, failed: true), CancellationToken.None).ConfigureAwait(false);
                throw;
            }
        }

        await transactions.RunAsync(session, Unit(run, index, isLast, []), cancellationToken).ConfigureAwait(false);
    }

    // A cancellation may come too late: then the statement was done, and only what the server says counts.
    private static bool IsKnownToHaveFailed(Exception e) =>
        e is CommandFailure or DiagnosticException or OperationCanceledException { InnerException: PostgresException };

    private async Task<bool> TryInTransactionAsync(
        WorkSession session, SectionRun run, int index, bool isLast, MigrationCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(session, Unit(run, index, isLast, [command]), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CommandFailure failure) when (
            failure.Error.SqlState is PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InvalidTransactionTermination)
        {
            // Its text did not tell: a procedure that commits, a partitioned table.
            return false;
        }
    }

    private static TransactionUnit Unit(SectionRun run, int index, bool isLast, IReadOnlyList<MigrationCommand> commands) =>
        new(run.Change, commands, () => run.Record(index + 1)) { KeepsSession = !isLast, EndsSession = isLast };

    private static async Task<bool> IsDoneAsync(
        WorkSession session, SectionRun run, MigrationCommand command, StatementForm? form, CancellationToken cancellationToken)
    {
        var invalid = await InvalidIndexes.OfNamelessAsync(session, form, cancellationToken).ConfigureAwait(false);
        if (run.Unfinished!.Failed)
        {
            return invalid is [] ? false : throw Unknown(run, command, invalid, "failed in this statement, and an index is invalid, as a build that fails leaves it.");
        }

        return await StatementOutcome.FindAsync(session.Connection, form, cancellationToken).ConfigureAwait(false) switch
        {
            Outcome.Done => true,
            Outcome.NotDone => false,
            _ => throw Unknown(run, command, invalid, "was interrupted in this statement, and nothing tells whether it was done."),
        };
    }

    private static DiagnosticException Unknown(SectionRun run, MigrationCommand command, IReadOnlyList<string> invalid, string what) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.OutcomeUnknown,
        Summary = $"An earlier run of {run.Change.Revision} {what}",
        Why = FormattableString.Invariant(
            $"It ran outside a transaction. The {run.Unfinished!.Finished} statements before it are done. Nothing was changed now."),
        Where = command.Where,
        NextActions =
        [
            .. invalid.Select(index => $"If this invalid index is of the statement, drop it: DROP INDEX CONCURRENTLY {index}"),
            $"Look at the database. If the statement was done: dotnet hotline-migrate repair {run.Change.Revision} --done",
            $"If it was not, or can be run again: dotnet hotline-migrate repair {run.Change.Revision} --again",
        ],
    });
}
