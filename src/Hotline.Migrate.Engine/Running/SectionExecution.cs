using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Runs a section step by step, going on where an earlier run stopped.</summary>
internal sealed class SectionExecution(TransactionExecution transactions, RunnerOptions options)
{
    private readonly BareStepExecution bareSteps = new(transactions, options);

    /// <summary>Runs what is left of <paramref name="run"/>, and records it.</summary>
    public async Task RunAsync(WorkSession session, SectionRun run, CancellationToken cancellationToken)
    {
        if (!run.FitsUnfinished)
        {
            throw FinishedPartEdited(run);
        }

        var finished = run.Unfinished?.Finished ?? 0;
        if (finished > 0)
        {
            options.Progress?.Report(new RunEvent.CommandsSkipped(run.Change, finished, run.Commands.Count));
        }

        if (run.IsMerged)
        {
            await RunStepAsync(session, run, 0, run.Commands.Count, cancellationToken).ConfigureAwait(false);
            return;
        }

        var end = 0;
        foreach (var step in run.Steps)
        {
            var stepStart = end;
            var start = Math.Max(end, finished);
            end += step.Commands.Count;
            if (start < end)
            {
                await (step.NoTransaction
                    ? bareSteps.RunAsync(session, run, stepStart, start, end, cancellationToken)
                    : RunStepAsync(session, run, start, end, cancellationToken)).ConfigureAwait(false);
            }
        }

        // A section without a command, or one that an earlier run finished but for its last record.
        if (finished >= run.Commands.Count)
        {
            await RunStepAsync(session, run, finished, finished, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task RunStepAsync(
        WorkSession session, SectionRun run, int start, int end, CancellationToken cancellationToken)
    {
        IReadOnlyList<MigrationCommand> commands =
            start == 0 && end == run.Commands.Count ? run.Commands : [.. run.Commands.Skip(start).Take(end - start)];
        return transactions.RunAsync(session, run.Unit(commands, end), cancellationToken);
    }

    private static DiagnosticException FinishedPartEdited(SectionRun run) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.FinishedPartEdited,
        Summary = FormattableString.Invariant(
            $"Revision {run.Change.Revision} is half done, and the {run.Unfinished!.Finished} statements that are done were edited since."),
        Where = run.Commands.Count > 0 ? new SourceLocation(run.Commands[0].Where.Path) : null,
        NextActions =
        [
            "Restore the statements that are done, and run the command again; those behind them may change.",
            $"Or undo by hand what is done, and forget it: dotnet hotline-migrate repair {run.Change.Revision} --restart",
        ],
    });
}
