using System.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs units of work, each in a transaction that is tried again when a lock was not to be had.</summary>
internal sealed class TransactionExecution(RunnerOptions options)
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(200);

    // The history is written as the role that connected; behind it, what the script set is there again.
    private static readonly string[] RoleReset = ["SET LOCAL SESSION AUTHORIZATION DEFAULT", "SET LOCAL ROLE NONE"];

    // For fewer, to prepare the statement that records them takes longer than it saves.
    private const int WorthPreparing = 4;

    private readonly HistoryCommands history = new(options.History);
    private readonly Attempts attempts = new(options);

    /// <summary>Runs and commits <paramref name="unit"/>.</summary>
    /// <exception cref="CommandFailure">The server refused it for good; everything is rolled back.</exception>
    /// <exception cref="SessionLost">The connection broke; the history tells whether the commit was done.</exception>
    public Task RunAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken) =>
        attempts.RunAsync(unit.Change, () => AttemptAsync(session, unit, cancellationToken), unit.Tried, cancellationToken);

    /// <inheritdoc cref="Attempts.PauseAsync"/>
    public Task PauseAsync(PlannedChange change, CommandFailure failure, int attempt, CancellationToken cancellationToken) =>
        attempts.PauseAsync(change, failure, attempt, cancellationToken);

    /// <summary>Runs <paramref name="unit"/> within <paramref name="transaction"/>, which the caller ends.</summary>
    public async Task RunWithinAsync(
        WorkSession session, NpgsqlTransaction transaction, TransactionUnit unit, CancellationToken cancellationToken)
    {
        session.Recording = null;
        var pieces = new CommandPieces(session, transaction);
        await using (pieces.ConfigureAwait(false))
        {
            foreach (var command in unit.Commands)
            {
                switch (command)
                {
                    case SqlCommand sql:
                        await pieces.AddAsync(sql, cancellationToken).ConfigureAwait(false);
                        break;
                    case StreamedCommand streamed:
                        await StreamedExecution.RunAsync(session, pieces, streamed, Telling(unit.Change, streamed), cancellationToken).ConfigureAwait(false);
                        break;
                    default:
                        await pieces.SendAsync(cancellationToken).ConfigureAwait(false);
                        await CommandExecution.RunAsync(session, transaction, command, options, cancellationToken).ConfigureAwait(false);
                        break;
                }
            }

            Reset(pieces.Batch, session, unit);
            pieces.Batch.AddRange(unit.Bookkeeping());
            await pieces.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends units that each fit in one batch together: one round trip for all, and still a transaction for each.</summary>
    /// <param name="session">The session.</param>
    /// <param name="units">The units. When one fails, those before it are committed and those behind it never run.</param>
    /// <param name="transaction">Where it is given, all units are parts of it.</param>
    /// <param name="done">Told how many of them are done, now and then and at the end, before a failure is thrown.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public Task RunTogetherAsync(
        WorkSession session, IReadOnlyList<TransactionUnit> units, NpgsqlTransaction? transaction, Action<int> done, CancellationToken cancellationToken)
    {
        var running = () => InOneRoundTripAsync(session, units, transaction, done, cancellationToken);
        return transaction is null ? RollingBackAsync(session, running) : running();
    }

    private Task AttemptAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken) =>
        RollingBackAsync(session, () => unit.FitsInOneBatch
            ? InOneRoundTripAsync(session, [unit], null, null, cancellationToken)
            : InPiecesAsync(session, unit, cancellationToken));

    private static async Task RollingBackAsync(WorkSession session, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not SessionLost)
        {
            if (!await session.RollBackAsync().ConfigureAwait(false) && e is not OperationCanceledException)
            {
                throw new SessionLost(e);
            }

            throw;
        }
    }

    private async Task InOneRoundTripAsync(
        WorkSession session, IReadOnlyList<TransactionUnit> units, NpgsqlTransaction? transaction, Action<int>? done, CancellationToken cancellationToken)
    {
        var batch = new CommandBatch(session.Connection, transaction);
        await using (batch.ConfigureAwait(false))
        {
            var ends = transaction is null ? AddEach(batch, session, units, out var recording) : AddAll(batch, session, units, out recording);
            session.Recording = null;

            // A notice belongs to the unit at hand, so what is done before it is told before it.
            session.BeforeNotice = () => done?.Invoke(ends.Count(end => end < 0 || batch.IsDone(end)));
            try
            {
                var running = batch.ExecuteAsync(cancellationToken);
                while (done is not null && await Task.WhenAny(running, Task.Delay(LooksEvery, CancellationToken.None)).ConfigureAwait(false) != running)
                {
                    done(ends.Count(end => end < 0 || batch.IsDone(end)));
                }

                await running.ConfigureAwait(false);
                session.Recording = recording;
            }
            finally
            {
                session.BeforeNotice = null;
                done?.Invoke(ends.Count(end => end < 0 || batch.IsDone(end)));
            }
        }
    }

    // Each in a transaction of its own. Tells where each ends, and which prepared statement there is behind them.
    private int[] AddEach(CommandBatch batch, WorkSession session, IReadOnlyList<TransactionUnit> units, out string? recording)
    {
        recording = session.Recording;
        if (recording is null && units.Count(unit => unit.Applied is not null) >= WorthPreparing)
        {
            recording = $"hotline_migrate_{Guid.NewGuid():n}";
            batch.Add(history.PrepareInsert(recording));
        }

        var ends = new int[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            batch.Add("BEGIN");
            if (i + 1 < units.Count)
            {
                // The commit of the last one writes those before it to the disk, too.
                batch.Add("SET LOCAL synchronous_commit = off");
            }

            if (AddCommands(batch, session, units[i]))
            {
                // What can change the session can deallocate, too.
                recording = null;
            }

            if (recording is not null && units[i].Applied is { } applied)
            {
                batch.Add(history.ExecuteInsert(recording, applied));
            }
            else
            {
                batch.AddRange(units[i].Bookkeeping());
            }

            batch.Add("COMMIT");
            ends[i] = batch.Count - 1;
        }

        return ends;
    }

    // All within a transaction that goes on: those that are applied one after the other are recorded by one statement.
    private int[] AddAll(CommandBatch batch, WorkSession session, IReadOnlyList<TransactionUnit> units, out string? recording)
    {
        recording = null;
        var ends = new int[units.Count];
        var applied = new List<AppliedMigration>();
        for (var i = 0; i < units.Count; i++)
        {
            AddCommands(batch, session, units[i]);
            if (units[i].Applied is { } migration)
            {
                applied.Add(migration);
            }

            if (applied.Count > 0 && (i + 1 == units.Count || units[i + 1].Applied is null))
            {
                batch.Add(history.Insert(applied));
                applied.Clear();
            }

            if (units[i].Applied is null)
            {
                batch.AddRange(units[i].Bookkeeping());
            }

            ends[i] = batch.Count - 1;
        }

        return ends;
    }

    // Whether the session had to be put right behind them.
    private static bool AddCommands(CommandBatch batch, WorkSession session, TransactionUnit unit)
    {
        foreach (var command in unit.Commands.Cast<SqlCommand>())
        {
            batch.Add(command, session);
        }

        if (unit.Prepared?.Invoke() is var (statement, origin))
        {
            batch.Add(statement, origin);
        }

        return Reset(batch, session, unit);
    }

    private Action<int> Telling(PlannedChange change, StreamedCommand command)
    {
        var last = Stopwatch.GetTimestamp();
        return sent =>
        {
            if (Stopwatch.GetElapsedTime(last) >= LooksEvery)
            {
                last = Stopwatch.GetTimestamp();
                options.Progress?.Report(new RunEvent.Advancing(change, "statements", sent, command.Count));
            }
        };
    }

    private async Task InPiecesAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken)
    {
        var transaction = await session.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await RunWithinAsync(session, transaction, unit, cancellationToken).ConfigureAwait(false);
            await CommitAsync(session, transaction, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Commits, telling a refusal (a deferred constraint) from a lost connection.</summary>
    public static async Task CommitAsync(WorkSession session, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (session.IsAlive)
        {
            throw new CommandFailure(null, e);
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            throw new SessionLost(e);
        }
    }

    private static bool Reset(CommandBatch batch, WorkSession session, TransactionUnit unit)
    {
        if (unit.KeepsSession)
        {
            batch.AddRange(RoleReset);
            return true;
        }

        if (!unit.ResetsSession)
        {
            return false;
        }

        batch.AddRange(WorkSession.SessionReset).Add(session.Settings);
        return true;
    }
}
