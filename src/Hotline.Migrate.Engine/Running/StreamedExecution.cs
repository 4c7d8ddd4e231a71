using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Sends the statements and the data of a long script as they are read.</summary>
internal static class StreamedExecution
{
    /// <summary>Runs <paramref name="command"/> in whatever transaction the session has open; the last statements may stay in <paramref name="pieces"/>.</summary>
    /// <param name="session">The session.</param>
    /// <param name="pieces">What is sent together.</param>
    /// <param name="command">The statements.</param>
    /// <param name="told">Told how many were sent before each of them.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public static async Task RunAsync(
        WorkSession session, CommandPieces pieces, StreamedCommand command, Action<int> told, CancellationToken cancellationToken)
    {
        var sent = 0;
        using var statements = command.Open();
        while (statements.Next() is { } statement)
        {
            told(sent++);
            if (statement is SqlCommand sql)
            {
                await pieces.AddAsync(sql, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await pieces.SendAsync(cancellationToken).ConfigureAwait(false);
            await CopyExecution.RunAsync(session, (CopyCommand)statement, Data(statements), cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ReadOnlyMemory<char>> Data(StreamedStatements statements)
    {
        while (statements.ReadData(out var lines))
        {
            yield return lines;
        }
    }
}
