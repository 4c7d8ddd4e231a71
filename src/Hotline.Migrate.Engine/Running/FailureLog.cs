using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>Writes failures into the log of the database, each in a transaction of its own.</summary>
internal sealed class FailureLog(RunnerOptions options)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Logs that <paramref name="change"/> failed. The failure itself matters more: when logging fails too, that is passed over.</summary>
    public async Task WriteAsync(WorkSession session, PlannedChange change, string detail)
    {
        if (!session.IsAlive)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(Limit);
            var batch = new CommandBatch(session.Connection)
                .AddRange(WorkSession.SessionReset)
                .Add(new HistoryCommands(options.History).Log(
                    $"{change.Name} failed", change.Revision, change.Message, change.Hash, TimeSpan.Zero, detail));
            await using (batch.ConfigureAwait(false))
            {
                await batch.ExecuteAsync(limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is CommandFailure or SessionLost or OperationCanceledException)
        {
            // Said above.
        }
    }
}
