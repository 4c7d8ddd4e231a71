using System.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>Counts the rows of a batched command, and reckons how long the rest takes.</summary>
/// <param name="change">The change that the command belongs to.</param>
/// <param name="rows">About how many rows the table has; 0 where nothing tells.</param>
/// <param name="done">How many of them an earlier run did.</param>
internal sealed class BatchProgress(PlannedChange change, long rows, long done)
{
    private readonly long before = done;
    private readonly long since = Stopwatch.GetTimestamp();

    /// <summary>How many rows are done.</summary>
    public long Done { get; private set; } = done;

    /// <summary>Another batch is done.</summary>
    public RunEvent.Advancing Add(long batch)
    {
        Done += batch;
        if (rows == 0)
        {
            return new RunEvent.Advancing(change, "rows", Done, 0);
        }

        var total = Math.Max(rows, Done);
        return new RunEvent.Advancing(change, "rows", Done, total) { Left = Left(total, Stopwatch.GetElapsedTime(since)) };
    }

    /// <summary>There is nothing behind the last batch.</summary>
    public RunEvent.Advancing End() => new(change, "rows", Done, Done) { Left = TimeSpan.Zero, IsEnd = true };

    // Pauses and waits for standbys are part of the pace.
    private TimeSpan Left(long total, TimeSpan spent) => spent * ((double)(total - Done) / Math.Max(Done - before, 1));
}
