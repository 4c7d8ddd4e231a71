using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Changes a database by plan: under a lock, each migration exactly once.</summary>
public sealed class MigrationRunner
{
    private readonly RunnerConnections connections;
    private readonly RunnerOptions options;

    /// <summary>Makes a runner for the database of <paramref name="source"/>, which stays the caller's.</summary>
    public MigrationRunner(NpgsqlDataSource source, RunnerOptions options)
        : this(new RunnerConnections(source), options)
    {
    }

    /// <summary>Makes a runner that works with the given connections, which stay the caller's.</summary>
    public MigrationRunner(RunnerConnections connections, RunnerOptions options)
    {
        this.connections = connections;
        this.options = options.Progress is { } progress ? options with { Progress = new SerializedProgress(progress) } : options;
    }

    /// <summary>What the database has. Creates nothing; a missing history table is an empty history.</summary>
    /// <exception cref="DiagnosticException">The history is a newer tool's, or cannot be read.</exception>
    public Task<DatabaseHistory> ReadHistoryAsync(CancellationToken cancellationToken = default) => ReadHistoryAsync(withTexts: true, cancellationToken);

    /// <inheritdoc cref="ReadHistoryAsync(CancellationToken)"/>
    /// <param name="withTexts">Whether the ways back are read, which may be long; only those of drafts are without.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public async Task<DatabaseHistory> ReadHistoryAsync(bool withTexts, CancellationToken cancellationToken = default)
    {
        var connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await ReadAsync(connection, withTexts, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The newest entries of the log, newest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadLogAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        var connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await HistoryReader.ReadLogAsync(connection, options.History, limit, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does what <paramref name="plan"/> says.</summary>
    /// <param name="plan">
    /// Makes the plan of a history. It is asked without the lock first, and when there is something to do again under the lock: what the
    /// second answer says is done.
    /// </param>
    /// <param name="cancellationToken">
    /// Interrupts the run: the server is asked to stop, the migration at hand is rolled back, and <see cref="OperationCanceledException"/>
    /// is thrown. The database is then at a boundary between two migrations, or two steps.
    /// </param>
    /// <exception cref="DiagnosticException">The plan refused, the lock was not got, or a migration failed.</exception>
    public Task<RunResult> RunAsync(Func<DatabaseHistory, RunPlan> plan, CancellationToken cancellationToken = default) =>
        RunAsync(plan, withTexts: true, cancellationToken);

    /// <inheritdoc cref="RunAsync(Func{DatabaseHistory, RunPlan}, CancellationToken)"/>
    /// <param name="plan">Makes the plan of a history.</param>
    /// <param name="withTexts">Whether the plan looks at the ways back that the history keeps: a downgrade does, an upgrade does not.</param>
    /// <param name="cancellationToken">Interrupts the run.</param>
    public async Task<RunResult> RunAsync(Func<DatabaseHistory, RunPlan> plan, bool withTexts, CancellationToken cancellationToken = default)
    {
        try
        {
            return await RunGuardedAsync(plan, withTexts, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SessionLost or CommandFailure || LostConnection.Is(e))
        {
            throw ConnectionFailures.Elsewhere(e);
        }
    }

    /// <summary>Writes down what a person decided about a revision that the runner could not settle.</summary>
    /// <param name="set">The project's migrations.</param>
    /// <param name="revision">The revision's full id.</param>
    /// <param name="action">The decision.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <exception cref="DiagnosticException">There is nothing of the kind to settle, or the lock was not got.</exception>
    public async Task RepairAsync(MigrationSet set, string revision, RepairAction action, CancellationToken cancellationToken = default)
    {
        var connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        var runLock = await RunLock.AcquireAsync(
            connection, connections.OpenAsync, options.History, options.LockWait, ReportWaiting, options.AnswerLimit, cancellationToken).ConfigureAwait(false);
        await using (runLock.ConfigureAwait(false))
        {
            var session = await WorkSession.OpenAsync(connections.OpenAsync, options, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var history = await ReadAsync(session.Connection, withTexts: true, cancellationToken).ConfigureAwait(false);
                var batch = new CommandBatch(session.Connection)
                    .AddRange(Repair.Plan(revision, action, set.Find(revision), history, new HistoryCommands(options.History)));
                await using (batch.ConfigureAwait(false))
                {
                    await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<RunResult> RunGuardedAsync(Func<DatabaseHistory, RunPlan> plan, bool withTexts, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        NpgsqlConnection? connection = null;
        RunPlan first;
        try
        {
            connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
            var history = await ReadAsync(connection, withTexts, cancellationToken).ConfigureAwait(false);
            first = plan(history);
            if (first.Changes.IsEmpty)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                return new RunResult(history.Heads, history.Heads, [], first.Warnings, watch.Elapsed);
            }

            PlanChecks.EnsureRunnable(first, options, connection.PostgreSqlVersion);
        }
        catch (Exception e)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            if (LostConnection.Is(e))
            {
                throw ConnectionFailures.BeforeTheRun(e);
            }

            throw;
        }

        var runLock = await RunLock.AcquireAsync(
            connection, connections.OpenAsync, options.History, options.LockWait, ReportWaiting, options.AnswerLimit, cancellationToken).ConfigureAwait(false);
        await using (runLock.ConfigureAwait(false))
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, runLock.Lost);
            try
            {
                return await new LockedRun(connections, options, runLock, watch).RunAsync(plan, first, withTexts, both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw ConnectionFailures.LockLost(e);
            }
        }
    }

    private Task<DatabaseHistory> ReadAsync(NpgsqlConnection connection, bool withTexts, CancellationToken cancellationToken) =>
        HistoryAccess.GuardAsync(options.History, () => HistoryReader.ReadAsync(connection, options.History, withTexts, cancellationToken));

    private void ReportWaiting(LockHolder holder) => options.Progress?.Report(new RunEvent.WaitingForLock(holder));
}
