using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>How migrations are run.</summary>
public sealed record RunnerOptions
{
    /// <summary>Where the history is kept.</summary>
    public HistoryTableName History { get; init; } = HistoryTableName.Default;

    /// <summary>How long to wait for another run to end before giving up.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a statement may wait for a table lock. While it waits, everybody else queues behind it, so it gives up soon and the whole
    /// transaction is tried again later. <see cref="TimeSpan.Zero"/> waits without end.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement of a migration may run, whatever the role's own setting. <see cref="TimeSpan.Zero"/> is for ever.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>How often a transaction is tried before a lock timeout or a deadlock is final; at least 1.</summary>
    public int LockAttempts { get; init; } = 10;

    /// <summary>The pause after the first lock timeout; it doubles up to <see cref="LongestRetryDelay"/>, and varies by chance.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause between two attempts.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether everything runs in one transaction: all or nothing, for fresh databases and tests.</summary>
    public bool SingleTransaction { get; init; }

    /// <summary>Whether drafts may be applied, and applied drafts undone: development databases only.</summary>
    public bool AllowDrafts { get; init; }

    /// <summary>
    /// Whether revisions that the database has and the folder lacks are accepted when nothing else is to do: an older release that
    /// starts beside a newer one.
    /// </summary>
    public bool AllowNewerDatabase { get; init; }

    /// <summary>How long the server may leave the lock's idle connection without an answer before the network counts as cut.</summary>
    internal TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the working session is looked at from outside; by default several times within the lock timeout.</summary>
    internal TimeSpan? LooksEvery { get; init; }

    /// <summary>Where C# data migrations come from.</summary>
    public IDataMigrationResolver DataMigrations { get; init; } = new DataMigrations();

    /// <summary>Makes a statement that looks at each transaction before it is recorded and committed. Each change then travels by itself.</summary>
    internal Func<PlannedChange, Npgsql.NpgsqlBatchCommand>? Observation { get; init; }

    /// <summary>Told about everything that happens, one event after the other: it must be quick.</summary>
    public IProgress<RunEvent>? Progress { get; init; }
}
