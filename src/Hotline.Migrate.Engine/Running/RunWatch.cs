using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>Looks at the working session from outside while it works: what it runs, who holds it up, and how far an index build is.</summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private static readonly TimeSpan MostOften = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeastOften = TimeSpan.FromMilliseconds(250);

    private readonly RunLock runLock;
    private readonly IProgress<RunEvent>? progress;
    private readonly CancellationTokenSource stop = new();
    private readonly TimeSpan every;
    private readonly Task loop;
    private volatile WatchedChange? watched;
    private string lastBlockers = "";

    /// <summary>Starts to look, with the idle connection of <paramref name="runLock"/>.</summary>
    /// <param name="runLock">The run's lock.</param>
    /// <param name="options">How the run is run. It is looked several times within a lock timeout: who is in the way shall be known before it ends.</param>
    public RunWatch(RunLock runLock, RunnerOptions options)
    {
        this.runLock = runLock;
        progress = options.Progress;
        every = options.LooksEvery ?? (options.LockTimeout > TimeSpan.Zero
            ? TimeSpan.FromTicks(Math.Clamp(options.LockTimeout.Ticks / 4, MostOften.Ticks, LeastOften.Ticks))
            : LeastOften);
        loop = LoopAsync();
    }

    /// <summary>Who held up the change at hand when it was looked at last, for the report of a lock timeout.</summary>
    public string? Blockers { get; private set; }

    /// <summary>Looks at <paramref name="session"/> from now on.</summary>
    public void Watch(WorkSession session, PlannedChange change)
    {
        Blockers = null;
        watched = new WatchedChange(session.ProcessId, change);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(every);
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                if (watched is { } change)
                {
                    Tell(change, await runLock.LookAsync(
                        (connection, token) => SessionLook.AtAsync(connection, change.Pid, runLock.AnswerSeconds, token), stop.Token).ConfigureAwait(false));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || LostConnection.Is(e))
        {
            // Ended, or the connection is lost: the lock itself notices that.
        }
    }

    private void Tell(WatchedChange watching, SessionLook look)
    {
        // What was seen may be over: it belongs to the change that was looked at.
        if (watched != watching)
        {
            return;
        }

        Tell(watching.Change, look.Blockers);
        if (look.Query is { } query && watching.Statements.Find(query, look.Start) is var (number, text))
        {
            progress?.Report(new RunEvent.Running(watching.Change, number, watching.Statements.Count, text, look.Elapsed));
        }

        if (look.Work is var (phase, done, total))
        {
            progress?.Report(new RunEvent.Advancing(watching.Change, phase, done, total));
        }
    }

    private void Tell(PlannedChange change, IReadOnlyList<Blocker> blockers)
    {
        var seen = string.Join('\n', blockers.Select(b => b.Holder.Pid));
        if (blockers is [])
        {
            lastBlockers = "";
            return;
        }

        Blockers = string.Join('\n', blockers);
        if (seen != lastBlockers)
        {
            lastBlockers = seen;
            foreach (var blocker in blockers)
            {
                progress?.Report(blocker.Of(change));
            }
        }
    }

    private sealed class WatchedChange(int pid, PlannedChange change)
    {
        public int Pid => pid;

        public PlannedChange Change => change;

        public StatementSearch Statements { get; } = new(change.Section);
    }
}
