using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Locking;

namespace Hotline.Migrate.Running;

/// <summary>Something that happened during a run.</summary>
public abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>Another run has the lock; this one waits.</summary>
    public sealed record WaitingForLock(LockHolder Holder) : RunEvent;

    /// <summary>The plan is made, under the lock: what follows is what it says.</summary>
    public sealed record Planned(RunPlan Plan) : RunEvent;

    /// <summary>A change begins. <paramref name="Number"/> counts from 1.</summary>
    public sealed record Started(PlannedChange Change, int Number, int Total) : RunEvent;

    /// <summary>A C# step or a statement with a commit of its own begins. <paramref name="Number"/> counts from 1 within the section.</summary>
    public sealed record CommandStarted(PlannedChange Change, int Number, int Total, string Text) : RunEvent;

    /// <summary>A statement or step was done in an earlier run and is not run again.</summary>
    public sealed record CommandsSkipped(PlannedChange Change, int Count, int Total) : RunEvent;

    /// <summary>A lock was not got in time, or the server chose this transaction to end a deadlock: it is tried again.</summary>
    public sealed record Retrying(PlannedChange Change, int Attempt, int Attempts, TimeSpan Delay, string Reason) : RunEvent;

    /// <summary>Another session holds up the statement that runs; its transaction is <paramref name="Age"/> old.</summary>
    public sealed record Blocked(PlannedChange Change, LockHolder Blocker, string Query, TimeSpan Age) : RunEvent
    {
        /// <summary>What it does, as <c>pg_stat_activity</c> says: <c>active</c>, <c>idle in transaction</c>.</summary>
        public string State { get; init; } = "active";
    }

    /// <summary>How far a long statement is; <paramref name="Total"/> is an estimate, 0 where there is none.</summary>
    public sealed record Advancing(PlannedChange Change, string Phase, long Done, long Total) : RunEvent
    {
        /// <summary>How long the rest takes at the pace so far; <c>null</c> where nothing tells.</summary>
        public TimeSpan? Left { get; init; }

        /// <summary>Whether that was all.</summary>
        public bool IsEnd { get; init; }
    }

    /// <summary>The statement at hand still runs. <paramref name="Number"/> counts from 1 within the section; told now and then.</summary>
    public sealed record Running(PlannedChange Change, int Number, int Total, string Text, TimeSpan Elapsed) : RunEvent;

    /// <summary>The next batch waits for a standby that is <paramref name="Lag"/> behind; told again and again until it is not.</summary>
    public sealed record Lagging(PlannedChange Change, string Standby, TimeSpan Lag, TimeSpan Limit) : RunEvent;

    /// <summary>The server sent a notice or warning.</summary>
    public sealed record Noticed(string Severity, string Text) : RunEvent;

    /// <summary>A change is committed.</summary>
    public sealed record Finished(PlannedChange Change, TimeSpan Elapsed) : RunEvent;

    /// <summary>Something to know; the run goes on.</summary>
    public sealed record Warned(Diagnostic Diagnostic) : RunEvent;
}
