using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>Makes all changes in one transaction: either every one of them, or none.</summary>
internal sealed class SingleTransactionRun(RunnerOptions options, ChangeExecution execution, RunReport report)
{
    private const int MostAtOnce = 50;

    /// <summary>Makes the changes of <paramref name="plan"/>.</summary>
    public async Task RunAsync(WorkSession session, RunPlan plan, DatabaseHistory history, RunWatch outside, CancellationToken cancellationToken)
    {
        foreach (var change in plan.Changes)
        {
            Refuse(change, history);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AttemptAsync(session, plan, history, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (CommandFailure failure) when (failure.IsWorthRetrying && attempt < options.LockAttempts)
            {
                await session.RollBackAsync().ConfigureAwait(false);
                await execution.PauseAsync(report.Current, failure, attempt, cancellationToken).ConfigureAwait(false);
                report.Restart();
            }
            catch (SessionLost lost) when (lost.Shortage is not null)
            {
                var change = report.Current;
                throw new DiagnosticException(
                    FailureKind.Migration,
                    ServerErrors.Describe(new CommandFailure(lost.Command, lost.Shortage), change.Path, RunState.Describe(change, history), blockers: null, options),
                    lost);
            }
            catch (Exception e) when (e is SessionLost || (LostConnection.Is(e) && !session.IsAlive))
            {
                var cause = e is SessionLost ? e.InnerException! : e;
                throw new DiagnosticException(FailureKind.Migration, ConnectionFailures.Unknown(plan.Changes[^1], cause), cause);
            }
            catch (Exception e)
            {
                await session.RollBackAsync().ConfigureAwait(false);
                var change = report.Current;
                await new FailureLog(options).WriteAsync(session, change, e is OperationCanceledException ? "interrupted" : e.Message).ConfigureAwait(false);
                throw e is CommandFailure failure
                    ? new DiagnosticException(FailureKind.Migration,
                        ServerErrors.Describe(failure, change.Path, RunState.Describe(change, history), outside.Blockers, options), failure.Error)
                    : e;
            }
        }
    }

    private async Task AttemptAsync(
        WorkSession session, RunPlan plan, DatabaseHistory history, CancellationToken cancellationToken)
    {
        var transaction = await session.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            while (report.Done < plan.Changes.Count)
            {
                report.Start(session);
                var start = report.Done;
                var group = ChangeGroups.From(execution, plan, start, MostAtOnce, history);
                if (group is [])
                {
                    await execution.RunWithinAsync(session, transaction, execution.Whole(report.Current, history)!, cancellationToken).ConfigureAwait(false);
                    report.Finish(session, start + 1, goesOn: false);
                }
                else
                {
                    await execution.RunTogetherAsync(
                        session, group, transaction, done => report.Finish(session, start + done, goesOn: done < group.Count), cancellationToken)
                        .ConfigureAwait(false);
                }
            }

            await TransactionExecution.CommitAsync(session, transaction, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Refuse(PlannedChange change, DatabaseHistory history)
    {
        var half = history.Unfinished.FirstOrDefault(u => u.Revision == change.Revision);
        if (half is null && !change.Section.Steps.Any(s => s is { NoTransaction: true, Commands.Count: > 0 }))
        {
            return;
        }

        throw new DiagnosticException(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.NotInSingleTransaction,
            Summary = half is null
                ? $"Revision {change.Revision} has a step without transaction, so it cannot be part of a single one. Nothing was changed."
                : $"Revision {change.Revision} is half done, so it cannot be part of a single transaction. Nothing was changed.",
            Where = new SourceLocation(change.Path),
            NextActions = half is null
                ? ["Run the command without --single-transaction."]
                :
                [
                    "Finish it first: run the command without --single-transaction.",
                    $"Or undo by hand what is done, and forget it: dotnet hotline-migrate repair {change.Revision} --restart",
                ],
        });
    }
}
