using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>A run that has the lock: looks at the history again, and makes the changes one after the other.</summary>
internal sealed class LockedRun(RunnerConnections connections, RunnerOptions options, RunLock runLock, Stopwatch watch)
{
    private const int AttemptsInShortage = 50;

    private static readonly TimeSpan PauseInShortage = TimeSpan.FromMilliseconds(200);

    private readonly ChangeExecution execution = new(options);

    /// <summary>Makes the changes of <paramref name="plan"/>.</summary>
    /// <param name="plan">Makes the plan of a history.</param>
    /// <param name="first">The plan that was made without the lock, and checked.</param>
    /// <param name="withTexts">Whether the plan looks at the ways back that the history keeps.</param>
    /// <param name="cancellationToken">Interrupts the run.</param>
    public async Task<RunResult> RunAsync(Func<DatabaseHistory, RunPlan> plan, RunPlan first, bool withTexts, CancellationToken cancellationToken)
    {
        var session = await WorkSession.OpenAsync(connections.OpenAsync, options, cancellationToken).ConfigureAwait(false);
        try
        {
            var history = await CreateAndReadAsync(session, withTexts, cancellationToken).ConfigureAwait(false);
            var made = plan(history);
            PlanChecks.EnsureRunnable(made, options, session.Connection.PostgreSqlVersion, first);
            options.Progress?.Report(new RunEvent.Planned(made));
            foreach (var warning in made.Warnings)
            {
                options.Progress?.Report(new RunEvent.Warned(warning));
            }

            var outside = new RunWatch(runLock, options);
            await using (outside.ConfigureAwait(false))
            {
                var report = new RunReport(options, made, outside);
                if (options.SingleTransaction)
                {
                    await new SingleTransactionRun(options, execution, report)
                        .RunAsync(session, made, history, outside, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    session = await MakeAllAsync(session, made, history, report, outside, cancellationToken).ConfigureAwait(false);
                }

                return new RunResult(history.Heads, made.HeadsAfter(history), report.Finished, made.Warnings, watch.Elapsed);
            }
        }
        finally
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<WorkSession> MakeAllAsync(
        WorkSession session, RunPlan plan, DatabaseHistory history, RunReport report, RunWatch outside, CancellationToken cancellationToken)
    {
        var size = new GroupSize();
        while (report.Done < plan.Changes.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = report.Done;
            var group = ChangeGroups.From(execution, plan, start, options.Observation is null ? size.Next : 1, history);
            var end = start + Math.Max(group.Count, 1);
            size.Sent();
            report.Start(session);
            session = await MakeAsync(
                session,
                [.. plan.Changes.Skip(start).Take(end - start)],
                () => group.Count > 1
                    ? MakeTogetherAsync(session, group, history, report, cancellationToken)
                    : execution.RunAsync(session, report.Current, history, tried: 0, cancellationToken),
                report,
                outside,
                cancellationToken).ConfigureAwait(false);
            report.Finish(session, end, goesOn: false);
            size.Done();
        }

        return session;
    }

    private async Task MakeTogetherAsync(
        WorkSession session, IReadOnlyList<TransactionUnit> group, DatabaseHistory history, RunReport report, CancellationToken cancellationToken)
    {
        var start = report.Done;
        try
        {
            await execution.RunTogetherAsync(
                session, group, transaction: null, done => report.Finish(session, start + done, goesOn: done < group.Count), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (CommandFailure failure) when (failure.IsWorthRetrying && options.LockAttempts > 1)
        {
            // The one that failed is tried again by itself, and those behind it with it.
            await execution.PauseAsync(report.Current, failure, attempt: 1, cancellationToken).ConfigureAwait(false);
            for (var tried = 1; report.Done < start + group.Count; tried = 0)
            {
                await execution.RunAsync(session, report.Current, history, tried, cancellationToken).ConfigureAwait(false);
                report.Finish(session, report.Done + 1, goesOn: report.Done + 1 < start + group.Count);
            }
        }
    }

    private async Task<WorkSession> MakeAsync(
        WorkSession session, IReadOnlyList<PlannedChange> changes, Func<Task> make, RunReport report, RunWatch outside, CancellationToken cancellationToken)
    {
        try
        {
            await make().ConfigureAwait(false);
            return session;
        }
        catch (SessionLost lost)
        {
            return await SettleAsync(session, changes, lost, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e) && !session.IsAlive)
        {
            return await SettleAsync(session, changes, new SessionLost(e), cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailure failure)
        {
            var change = report.Current;
            var state = await StateAsync(session, change).ConfigureAwait(false);
            await new FailureLog(options).WriteAsync(session, change, failure.Error.MessageText).ConfigureAwait(false);
            throw new DiagnosticException(
                FailureKind.Migration, ServerErrors.Describe(failure, change.Path, state, outside.Blockers, options), failure.Error);
        }
        catch (DiagnosticException e)
        {
            await new FailureLog(options).WriteAsync(session, report.Current, e.Message).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            await new FailureLog(options).WriteAsync(session, report.Current, "interrupted").ConfigureAwait(false);
            throw;
        }
    }

    // The answer to a commit may be what was lost: the history tells whether it was done.
    private async Task<WorkSession> SettleAsync(
        WorkSession session, IReadOnlyList<PlannedChange> changes, SessionLost lost, CancellationToken cancellationToken)
    {
        await session.DisposeAsync().ConfigureAwait(false);
        WorkSession again;
        DatabaseHistory now;
        try
        {
            again = await OpenAgainAsync(lost, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new DiagnosticException(FailureKind.Migration, ConnectionFailures.Unknown(changes[^1], lost.InnerException!), lost);
        }

        try
        {
            // When the lock went with the session, another run may have been at work since: this plan is no longer to be followed.
            await runLock.EnsureHeldAsync(cancellationToken).ConfigureAwait(false);
            now = await HistoryReader.ReadAsync(again.Connection, options.History, withTexts: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            await again.DisposeAsync().ConfigureAwait(false);
            throw new DiagnosticException(FailureKind.Migration, ConnectionFailures.Unknown(changes[^1], lost.InnerException!), lost);
        }
        catch
        {
            await again.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        // They are committed one after the other, so all up to the last one that shows are made.
        var made = changes.Count;
        while (made > 0 && !ChangeExecution.IsMade(changes[made - 1], now))
        {
            made--;
        }

        if (made == changes.Count)
        {
            return again;
        }

        var change = changes[made];
        await using (again.ConfigureAwait(false))
        {
            await new FailureLog(options).WriteAsync(again, change, lost.Message).ConfigureAwait(false);
            var state = RunState.Describe(change, now);
            throw new DiagnosticException(
                FailureKind.Migration,
                lost.Shortage is { } shortage
                    ? ServerErrors.Describe(new CommandFailure(lost.Command, shortage), change.Path, state, blockers: null, options)
                    : ConnectionFailures.RolledBack(change, lost.InnerException!, state),
                lost);
        }
    }

    // What the transaction had is given back when the server sees that nobody is there any more; until then it may let nobody in.
    private async Task<WorkSession> OpenAgainAsync(SessionLost lost, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WorkSession.OpenAsync(connections.OpenAsync, options, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (LostConnection.Is(e) && lost.Shortage is not null && attempt < AttemptsInShortage)
            {
                await Task.Delay(PauseInShortage, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<string> StateAsync(WorkSession session, PlannedChange change) =>
        RunState.Describe(
            change, await HistoryReader.ReadAsync(session.Connection, options.History, withTexts: false, CancellationToken.None).ConfigureAwait(false));

    private Task<DatabaseHistory> CreateAndReadAsync(WorkSession session, bool withTexts, CancellationToken cancellationToken) =>
        HistoryAccess.GuardAsync(options.History, async () =>
        {
            var history = await HistoryReader.ReadAsync(session.Connection, options.History, withTexts, cancellationToken).ConfigureAwait(false);
            if (history.IsCreated)
            {
                return history;
            }

            await HistorySchema.CreateAsync(session.Connection, options.History, cancellationToken).ConfigureAwait(false);
            return new DatabaseHistory(true, [], []);
        });
}
