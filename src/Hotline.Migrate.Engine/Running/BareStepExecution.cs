using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs a step without transaction: every statement commits for itself, and the journal tells which are done.</summary>
internal sealed class BareStepExecution(TransactionExecution transactions, RunnerOptions options)
{
    /// <summary>Runs the commands from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public async Task RunAsync(WorkSession session, SectionRun run, int start, int end, CancellationToken cancellationToken)
    {
        for (var i = start; i < end; i++)
        {
            var command = run.Commands[i];
            options.Progress?.Report(new RunEvent.CommandStarted(run.Change, i + 1, run.Commands.Count, CommandPrefix.Text(command)));
            await RunAsync(session, run, i, command, cancellationToken).ConfigureAwait(false);
            await transactions.RunAsync(session, new TransactionUnit(run.Change, [], () => run.Record(i + 1)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task RunAsync(
        WorkSession session, SectionRun run, int index, MigrationCommand command, CancellationToken cancellationToken)
    {
        await WriteAsync(session, run.Running(index), cancellationToken).ConfigureAwait(false);
        try
        {
            if (command is SqlCommand sql)
            {
                var batch = new CommandBatch(session.Connection).Add(sql);
                await using (batch.ConfigureAwait(false))
                {
                    await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                await CommandExecution.RunAsync(session, null, command, options, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not SessionLost && session.IsAlive)
        {
            await WriteAsync(session, run.Running(index, failed: true), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task WriteAsync(WorkSession session, NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        var batch = new CommandBatch(session.Connection).Add(command);
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
