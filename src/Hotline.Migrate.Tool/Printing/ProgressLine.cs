using System.Globalization;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing.Answers;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Tells how far long work is: on a terminal in a line that is written over, elsewhere in a line now and then.</summary>
/// <param name="screen">Where lines go.</param>
/// <param name="live">The terminal's last line.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressLine(Screen screen, LiveLine live, TimeProvider time)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LiveEvery = TimeSpan.FromMilliseconds(100);

    private long last = time.GetTimestamp();
    private string prefix = "";
    private string statement = "";
    private bool isLagTold;

    /// <summary>A change begins: what is slow from here on is told.</summary>
    public void Begin(RunEvent.Started started)
    {
        prefix = string.Create(CultureInfo.InvariantCulture, $"[{started.Number}/{started.Total}] {started.Change.Revision}  ");
        statement = "";
        last = time.GetTimestamp();
    }

    /// <summary>A step of it begins.</summary>
    public void Begin(RunEvent.CommandStarted command)
    {
        last = time.GetTimestamp();
        statement = string.Create(CultureInfo.InvariantCulture, $"statement {command.Number} of {command.Total}, ");
        isLagTold = false;
    }

    /// <summary>A statement still runs.</summary>
    public void Tell(RunEvent.Running running) => Tell(
        string.Create(
            CultureInfo.InvariantCulture,
            $"statement {running.Number} of {running.Total} runs for {RevisionLines.Duration(running.Elapsed.TotalMilliseconds)}: {FirstLine(running.Text)}"),
        isDue: false);

    /// <summary>Part of the work is done.</summary>
    public void Tell(RunEvent.Advancing advancing) => Tell(statement + Describe(advancing), advancing.IsEnd);

    /// <summary>A batch waits for a standby.</summary>
    public void Tell(RunEvent.Lagging lagging)
    {
        Tell(
            $"{statement}waits for the standby {lagging.Standby}, which is {RevisionLines.Duration(lagging.Lag.TotalMilliseconds)} behind"
            + $" (max-lag={RevisionLines.Duration(lagging.Limit.TotalMilliseconds)})",
            isDue: !isLagTold);
        isLagTold = true;
    }

    /// <summary>The first line of a statement.</summary>
    public static string FirstLine(string text) => text.Trim().Split('\n', 2)[0].Trim();

    private void Tell(string text, bool isDue)
    {
        var now = time.GetTimestamp();
        if (live.IsShown && !isDue)
        {
            if (time.GetElapsedTime(last, now) >= LiveEvery)
            {
                last = now;
                live.Show(prefix + text);
            }

            return;
        }

        if (isDue || time.GetElapsedTime(last, now) >= LineEvery)
        {
            last = now;
            screen.Line(Styled.Muted("      " + text));
        }
    }

    private static string Describe(RunEvent.Advancing advancing)
    {
        if (advancing.IsEnd)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{advancing.Phase}: {advancing.Done:N0}, all done");
        }

        if (advancing.Total <= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{advancing.Phase}: {advancing.Done:N0}");
        }

        var percent = Math.Min(100 * advancing.Done / advancing.Total, 100);
        var left = advancing.Left is { } rest ? $", about {RevisionLines.Duration(rest.TotalMilliseconds)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{advancing.Phase}: {advancing.Done:N0} of {advancing.Total:N0} ({percent}%){left}");
    }
}
