using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>A run that has the lock: looks at the history again, and makes the changes one after the other.</summary>
internal sealed class LockedRun(RunnerConnections connections, RunnerOptions options, RunLock runLock, Stopwatch watch)
{
    private readonly ChangeExecution execution = new(options);
    private readonly List<FinishedChange> finished = [];

    /// <summary>Makes the changes of <paramref name="plan"/>.</summary>
    public async Task<RunResult> RunAsync(Func<DatabaseHistory, RunPlan> plan, CancellationToken cancellationToken)
    {
        var session = await WorkSession.OpenAsync(connections.OpenAsync, options, cancellationToken).ConfigureAwait(false);
        try
        {
            var history = await CreateAndReadAsync(session, cancellationToken).ConfigureAwait(false);
            var made = plan(history);
            PlanChecks.EnsureRunnable(made, options);
            options.Progress?.Report(new RunEvent.Planned(made));
            foreach (var warning in made.Warnings)
            {
                options.Progress?.Report(new RunEvent.Warned(warning));
            }

            var outside = new RunWatch(runLock, options.Progress);
            await using (outside.ConfigureAwait(false))
            {
                if (options.SingleTransaction)
                {
                    await new SingleTransactionRun(options, execution, finished)
                        .RunAsync(session, made, history, outside, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    session = await MakeAllAsync(session, made, history, outside, cancellationToken).ConfigureAwait(false);
                }
            }

            var after = made.Changes.IsEmpty
                ? history
                : await HistoryReader.ReadAsync(session.Connection, options.History, CancellationToken.None).ConfigureAwait(false);
            return new RunResult(history.Heads, after.Heads, finished, made.Warnings, watch.Elapsed);
        }
        finally
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<WorkSession> MakeAllAsync(
        WorkSession session, RunPlan plan, DatabaseHistory history, RunWatch outside, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Changes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var change = plan.Changes[i];
            options.Progress?.Report(new RunEvent.Started(change, i + 1, plan.Changes.Count));
            var started = Stopwatch.StartNew();
            session = await MakeAsync(session, change, history, outside, cancellationToken).ConfigureAwait(false);
            finished.Add(new FinishedChange(change, started.Elapsed));
            options.Progress?.Report(new RunEvent.Finished(change, started.Elapsed));
        }

        return session;
    }

    private async Task<WorkSession> MakeAsync(
        WorkSession session, PlannedChange change, DatabaseHistory history, RunWatch outside, CancellationToken cancellationToken)
    {
        outside.Watch(session, change);
        try
        {
            await execution.RunAsync(session, change, history, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (SessionLost lost)
        {
            return await SettleAsync(session, change, lost, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e) && !session.IsAlive)
        {
            return await SettleAsync(session, change, new SessionLost(e), cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailure failure)
        {
            var state = await StateAsync(session, change).ConfigureAwait(false);
            await new FailureLog(options).WriteAsync(session, change, failure.Error.MessageText).ConfigureAwait(false);
            throw new DiagnosticException(
                FailureKind.Migration, ServerErrors.Describe(failure, change.Path, state, outside.Blockers, options), failure.Error);
        }
        catch (DiagnosticException e)
        {
            await new FailureLog(options).WriteAsync(session, change, e.Message).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            await new FailureLog(options).WriteAsync(session, change, "interrupted").ConfigureAwait(false);
            throw;
        }
    }

    // The answer to a commit may be what was lost: the history tells whether it was done.
    private async Task<WorkSession> SettleAsync(
        WorkSession session, PlannedChange change, SessionLost lost, CancellationToken cancellationToken)
    {
        await session.DisposeAsync().ConfigureAwait(false);
        WorkSession again;
        DatabaseHistory now;
        try
        {
            again = await WorkSession.OpenAsync(connections.OpenAsync, options, cancellationToken).ConfigureAwait(false);
            now = await HistoryReader.ReadAsync(again.Connection, options.History, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new DiagnosticException(FailureKind.Migration, ConnectionFailures.Unknown(change, lost.InnerException!), lost);
        }

        if (ChangeExecution.IsMade(change, now))
        {
            return again;
        }

        await using (again.ConfigureAwait(false))
        {
            await new FailureLog(options).WriteAsync(again, change, lost.Message).ConfigureAwait(false);
            throw new DiagnosticException(
                FailureKind.Migration, ConnectionFailures.RolledBack(change, lost.InnerException!, RunState.Describe(change, now)), lost);
        }
    }

    private async Task<string> StateAsync(WorkSession session, PlannedChange change) =>
        RunState.Describe(
            change, await HistoryReader.ReadAsync(session.Connection, options.History, CancellationToken.None).ConfigureAwait(false));

    private Task<DatabaseHistory> CreateAndReadAsync(WorkSession session, CancellationToken cancellationToken) =>
        HistoryAccess.GuardAsync(options.History, async () =>
        {
            var history = await HistoryReader.ReadAsync(session.Connection, options.History, cancellationToken).ConfigureAwait(false);
            if (history.IsCreated)
            {
                return history;
            }

            await HistorySchema.CreateAsync(session.Connection, options.History, cancellationToken).ConfigureAwait(false);
            return new DatabaseHistory(true, [], []);
        });
}
