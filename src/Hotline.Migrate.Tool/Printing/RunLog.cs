using System.Globalization;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing.Answers;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Tells on a screen what happens in a run, a line each; how far long work is, <paramref name="progress"/> tells.</summary>
internal sealed class RunLog(Screen screen, ProgressLine progress, bool isShown) : IProgress<RunEvent>
{
    private const int ShownChanges = 20;

    // The plan is told before anything is asked, and made once more under the lock.
    private RunPlan? told;

    /// <inheritdoc />
    public void Report(RunEvent value)
    {
        if (!isShown)
        {
            return;
        }

        switch (value)
        {
            case RunEvent.WaitingForLock waiting:
                screen.Line(Styled.Warning($"Waiting for another run to end: {waiting.Holder}"));
                break;
            case RunEvent.Planned planned:
                Tell(planned.Plan);
                break;
            case RunEvent.Started started:
                progress.Begin(started);
                screen.Line(
                    Styled.Muted(string.Create(CultureInfo.InvariantCulture, $"[{started.Number}/{started.Total}] {started.Change.Name} ")),
                    Styled.Name(started.Change.Revision),
                    "  " + started.Change.Message);
                break;
            case RunEvent.CommandStarted command:
                progress.Begin(command);
                Indented(string.Create(CultureInfo.InvariantCulture, $"{command.Number}/{command.Total} {ProgressLine.FirstLine(command.Text)}"));
                break;
            case RunEvent.CommandsSkipped skipped:
                Indented(string.Create(CultureInfo.InvariantCulture, $"{skipped.Count} of {skipped.Total} were done in an earlier run"));
                break;
            case RunEvent.Retrying retry:
                Indented(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{retry.Reason}; attempt {retry.Attempt} of {retry.Attempts} in {RevisionLines.Duration(retry.Delay.TotalMilliseconds)}"));
                break;
            case RunEvent.Blocked blocked:
                screen.Line(Styled.Warning(string.Create(
                    CultureInfo.InvariantCulture,
                    $"      {screen.Glyphs.Warning} waits for {blocked.Blocker}, {blocked.State}, transaction open for {blocked.Age.TotalSeconds:0} s: {ProgressLine.FirstLine(blocked.Query)}")));
                break;
            case RunEvent.Advancing advancing:
                progress.Tell(advancing);
                break;
            case RunEvent.Running running:
                progress.Tell(running);
                break;
            case RunEvent.Lagging lagging:
                progress.Tell(lagging);
                break;
            case RunEvent.Noticed noticed when screen.IsVerbose || noticed.Severity == "WARNING":
                Indented($"{noticed.Severity}: {noticed.Text}");
                break;
            case RunEvent.Finished finished:
                screen.Line(Styled.Good($"      {screen.Glyphs.Done} "), Styled.Muted(RevisionLines.Duration(finished.Elapsed.TotalMilliseconds)));
                break;
        }
    }

    private void Tell(RunPlan plan)
    {
        if (plan.Changes.Count < 2 || (told is not null && told.Changes.Select(c => c.Revision).SequenceEqual(plan.Changes.Select(c => c.Revision))))
        {
            return;
        }

        told = plan;
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Plan: {plan.Changes.Count} changes, one after the other"));
        foreach (var change in plan.Changes.Take(ShownChanges))
        {
            screen.Line(Styled.Muted($"    {change.Name} "), Styled.Name(change.Revision), "  " + change.Message);
        }

        if (plan.Changes.Count > ShownChanges)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"    ... and {plan.Changes.Count - ShownChanges} more"));
        }
    }

    private void Indented(string text) => screen.Line(Styled.Muted("      " + text));
}
