using System.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>Tells which change of a plan is at hand, and which ones are done.</summary>
internal sealed class RunReport(RunnerOptions options, RunPlan plan, RunWatch outside)
{
    private readonly Lock gate = new();
    private readonly List<FinishedChange> finished = [];
    private Stopwatch watch = Stopwatch.StartNew();
    private int started;

    /// <summary>The changes that are done.</summary>
    public IReadOnlyList<FinishedChange> Finished => finished;

    /// <summary>How many of them there are: the number of the change at hand.</summary>
    public int Done => finished.Count;

    /// <summary>The change at hand; the last one when all are done.</summary>
    public PlannedChange Current => plan.Changes[Math.Min(Done, plan.Changes.Count - 1)];

    /// <summary>The change at hand begins on <paramref name="session"/>.</summary>
    public void Start(WorkSession session)
    {
        lock (gate)
        {
            outside.Watch(session, Current);
            if (started == Done)
            {
                started++;
                watch = Stopwatch.StartNew();
                options.Progress?.Report(new RunEvent.Started(Current, started, plan.Changes.Count));
            }
        }
    }

    /// <summary>The changes up to <paramref name="done"/> are done; where <paramref name="goesOn"/>, the next one has begun.</summary>
    /// <remarks>Changes that were sent together share the time that they took.</remarks>
    public void Finish(WorkSession session, int done, bool goesOn)
    {
        lock (gate)
        {
            var share = done > Done ? watch.Elapsed / (done - Done) : TimeSpan.Zero;
            while (Done < done)
            {
                var change = new FinishedChange(Current, share);
                finished.Add(change);
                options.Progress?.Report(new RunEvent.Finished(change.Change, share));
                if (Done < done || goesOn)
                {
                    Start(session);
                }
            }
        }
    }

    /// <summary>Forgets what was done: it was rolled back.</summary>
    public void Restart()
    {
        lock (gate)
        {
            finished.Clear();
            started = 0;
        }
    }
}
