using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs a C# data migration batch by batch, each with its line in the journal in one transaction.</summary>
internal sealed class CodeBatchExecution(TransactionExecution transactions, RunnerOptions options)
{
    private readonly StandbyLag standbys = new(options);

    /// <summary>Runs the batches that are left; the journal tells where the last one ended.</summary>
    public async Task RunAsync(
        WorkSession session, SectionRun run, int index, CodeCommand code, IBatchedDataMigration migration, CancellationToken cancellationToken)
    {
        var last = run.PositionOf(index);
        var rows = migration.Table is { } table
            ? await session.AskAsync(code, () => RowEstimate.OfAsync(session.Connection, table, cancellationToken)).ConfigureAwait(false)
            : 0;
        var progress = new BatchProgress(run.Change, rows, last?.Rows ?? 0);
        while (true)
        {
            await standbys.WaitAsync(session, run.Change, code, migration.MaxLag, cancellationToken).ConfigureAwait(false);
            BatchEnd? end = null;
            BatchPosition? position = null;
            async Task WorkAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
            {
                end = await migration.RunBatchAsync(connection, transaction, last?.Key[0], token).ConfigureAwait(false);
                position = end is null ? null : new BatchPosition([end.Behind(last?.Key[0]).Place], progress.Done + end.Rows);
            }

            var unit = new TransactionUnit(run.Change, [new CodeBatch(code, WorkAsync)], () => position is null ? [] : [run.Progress(index, position)])
            {
                KeepsSession = true,
            };
            await transactions.RunAsync(session, unit, cancellationToken).ConfigureAwait(false);
            if (end is null)
            {
                options.Progress?.Report(progress.End());
                return;
            }

            last = position;
            var told = progress.Add(end.Rows);
            options.Progress?.Report(told);
            await Task.Delay(migration.Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
