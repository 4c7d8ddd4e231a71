using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>Makes all changes in one transaction: either every one of them, or none.</summary>
internal sealed class SingleTransactionRun(RunnerOptions options, ChangeExecution execution, List<FinishedChange> finished)
{
    /// <summary>Makes the changes of <paramref name="plan"/>.</summary>
    public async Task RunAsync(WorkSession session, RunPlan plan, DatabaseHistory history, RunWatch outside, CancellationToken cancellationToken)
    {
        foreach (var change in plan.Changes)
        {
            Refuse(change, history);
        }

        for (var attempt = 1; ; attempt++)
        {
            var made = new List<FinishedChange>();
            try
            {
                await AttemptAsync(session, plan, history, made, outside, cancellationToken).ConfigureAwait(false);
                finished.AddRange(made);
                return;
            }
            catch (CommandFailure failure) when (failure.IsWorthRetrying && attempt < options.LockAttempts)
            {
                await session.RollBackAsync().ConfigureAwait(false);
                var delay = RetryDelay.After(attempt, options);
                options.Progress?.Report(new RunEvent.Retrying(
                    plan.Changes[made.Count], attempt, options.LockAttempts, delay, failure.Error.MessageText));
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not SessionLost)
            {
                await session.RollBackAsync().ConfigureAwait(false);
                var change = plan.Changes[Math.Min(made.Count, plan.Changes.Count - 1)];
                await new FailureLog(options).WriteAsync(session, change, e is OperationCanceledException ? "interrupted" : e.Message).ConfigureAwait(false);
                throw e is CommandFailure failure
                    ? new DiagnosticException(FailureKind.Migration,
                        ServerErrors.Describe(failure, change.Path, RunState.Describe(change, history), outside.Blockers, options), failure.Error)
                    : e;
            }
            catch (SessionLost lost)
            {
                throw new DiagnosticException(
                    FailureKind.Migration, ConnectionFailures.Unknown(plan.Changes[^1], lost.InnerException!), lost);
            }
        }
    }

    private async Task AttemptAsync(
        WorkSession session, RunPlan plan, DatabaseHistory history, List<FinishedChange> made, RunWatch outside, CancellationToken cancellationToken)
    {
        var transaction = await session.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            for (var i = 0; i < plan.Changes.Count; i++)
            {
                var change = plan.Changes[i];
                options.Progress?.Report(new RunEvent.Started(change, i + 1, plan.Changes.Count));
                outside.Watch(session, change);
                var watch = Stopwatch.StartNew();
                await execution.RunWithinAsync(session, transaction, change, history, cancellationToken).ConfigureAwait(false);
                made.Add(new FinishedChange(change, watch.Elapsed));
                options.Progress?.Report(new RunEvent.Finished(change, watch.Elapsed));
            }

            await TransactionExecution.CommitAsync(session, transaction, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Refuse(PlannedChange change, DatabaseHistory history)
    {
        var section = change.Section;
        var isHalfDone = history.Unfinished.Any(u => u.Revision == change.Revision);
        if (!isHalfDone && section.Steps.Count(s => s.Commands.Count > 0) <= 1 && !section.Steps.Any(s => s.NoTransaction))
        {
            return;
        }

        throw new DiagnosticException(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.NotInSingleTransaction,
            Summary = $"Revision {change.Revision} commits more than once, so it cannot be part of a single transaction. Nothing was changed.",
            Where = new SourceLocation(change.Path),
            NextActions = ["Run the command without --single-transaction."],
        });
    }
}
