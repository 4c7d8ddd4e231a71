using System.Text.Json;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs an UPDATE or DELETE along a key, a batch and its line in the journal in each transaction.</summary>
internal sealed class BatchExecution(TransactionExecution transactions, RunnerOptions options)
{
    /// <summary>Runs the batches that are left; the journal tells the last key that is done.</summary>
    public async Task RunAsync(WorkSession session, SectionRun run, int index, BatchCommand command, CancellationToken cancellationToken)
    {
        var statement = BatchStatement.Read(command.Sql) ?? throw NotPossible(command, "Only an UPDATE or a DELETE can run in batches.");
        var key = await BatchKey.FindAsync(session.Connection, statement.Table, command, cancellationToken).ConfigureAwait(false);
        var last = run.Unfinished is { Key: { } kept, Finished: var finished } && finished == index
            ? JsonSerializer.Deserialize(kept, BatchKeyJson.Default.StringArray)
            : null;
        for (var done = 0L; ; done += command.Size)
        {
            var next = await NextAsync(session, statement, key, command, last, cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                return;
            }

            string[] values = [.. last ?? [], .. next];
            var isFirst = last is null;
            var text = JsonSerializer.Serialize(next, BatchKeyJson.Default.StringArray);
            var unit = new TransactionUnit(run.Change, [], () => [run.Progress(index, text)])
            {
                KeepsSession = true,
                Prepared = () => (With(statement.Limited(key.Columns, hasLower: !isFirst), values), command),
            };
            await transactions.RunAsync(session, unit, cancellationToken).ConfigureAwait(false);
            last = next;
            options.Progress?.Report(new RunEvent.Advancing(run.Change, "rows", Math.Min(done + command.Size, key.Rows), key.Rows));
            if (command.Pause > TimeSpan.Zero)
            {
                await Task.Delay(command.Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<string[]?> NextAsync(
        WorkSession session, BatchStatement statement, BatchKey key, BatchCommand command, string[]? last, CancellationToken cancellationToken)
    {
        try
        {
            var query = new NpgsqlBatch(session.Connection)
            {
                Timeout = 0,
                BatchCommands = { With(statement.NextKey(key.Columns, command.Size, hasLower: last is not null), last ?? []) },
            };
            await using (query.ConfigureAwait(false))
            {
                var reader = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                        ? [.. Enumerable.Range(0, key.Columns.Count).Select(reader.GetString)]
                        : null;
                }
            }
        }
        catch (PostgresException e) when (session.IsAlive)
        {
            throw new CommandFailure(command, e);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new SessionLost(e);
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
