using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs an UPDATE or DELETE along a key, a batch and its line in the journal in each transaction.</summary>
internal sealed class BatchExecution(TransactionExecution transactions, RunnerOptions options)
{
    private readonly Attempts attempts = new(options);
    private readonly StandbyLag standbys = new(options);

    /// <summary>Runs the batches that are left; the journal tells the last key that is done.</summary>
    public async Task RunAsync(WorkSession session, SectionRun run, int index, BatchCommand command, CancellationToken cancellationToken)
    {
        var statement = BatchStatement.Read(command.Sql) ?? throw NotPossible(command, "Only an UPDATE or a DELETE can run in batches.");
        Task<T> Ask<T>(Func<Task<T>> ask) => attempts.RunAsync(run.Change, () => session.AskAsync(command, ask), tried: 0, cancellationToken);

        var key = await BatchKey.FindAsync(session.Connection, statement.Table, command, cancellationToken).ConfigureAwait(false);
        var rows = await Ask(() => RowEstimate.OfAsync(session.Connection, statement.Table, cancellationToken)).ConfigureAwait(false);
        if (!key.HasIndex && rows > command.Size)
        {
            options.Progress?.Report(new RunEvent.Warned(BatchKey.Unindexed(statement.Table, command)));
        }

        var last = run.PositionOf(index);
        var progress = new BatchProgress(run.Change, rows, last?.Rows ?? 0);
        while (true)
        {
            await standbys.WaitAsync(session, run.Change, command, command.MaxLag, cancellationToken).ConfigureAwait(false);
            var next = await Ask(() => NextAsync(session, statement, key, command, last, cancellationToken)).ConfigureAwait(false);
            if (next is null)
            {
                options.Progress?.Report(progress.End());
                return;
            }

            string[] values = [.. last?.Key ?? [], .. next.Key];
            var isFirst = last is null;
            var position = next with { Rows = next.Rows + progress.Done };
            var unit = new TransactionUnit(run.Change, [], () => [run.Progress(index, position)])
            {
                KeepsSession = true,
                Prepared = () => (With(statement.Limited(key.Columns, hasLower: !isFirst), values), command),
            };
            await transactions.RunAsync(session, unit, cancellationToken).ConfigureAwait(false);
            last = position;
            var told = progress.Add(next.Rows);
            options.Progress?.Report(told);
            if (command.Pause > TimeSpan.Zero)
            {
                await Task.Delay(command.Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The key and the number of rows of the next batch alone.
    private static async Task<BatchPosition?> NextAsync(
        WorkSession session, BatchStatement statement, BatchKey key, BatchCommand command, BatchPosition? last, CancellationToken cancellationToken)
    {
        var query = new NpgsqlBatch(session.Connection)
        {
            Timeout = 0,
            BatchCommands = { With(statement.NextKey(key.Columns, command.Size, hasLower: last is not null), last?.Key ?? []) },
        };
        await using (query.ConfigureAwait(false))
        {
            var reader = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                    ? new([.. Enumerable.Range(0, key.Columns.Count).Select(reader.GetString)], reader.GetInt64(key.Columns.Count))
                    : null;
            }
        }
    }

    private static NpgsqlBatchCommand With(string sql, string[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static DiagnosticException NotPossible(BatchCommand command, string summary) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Summary = summary,
        Where = command.Where,
    });
}
