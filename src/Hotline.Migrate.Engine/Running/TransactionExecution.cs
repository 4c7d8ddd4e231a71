using Hotline.Migrate.Locking;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs units of work, each in a transaction that is tried again when a lock was not to be had.</summary>
internal sealed class TransactionExecution(RunnerOptions options)
{
    private const int MostCommandsAtOnce = 500;
    private const int MostCharactersAtOnce = 1 << 20;

    // The history is written as the role that connected, and what a script set must not reach the next one.
    private static readonly string[] SessionReset = ["RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL"];

    // The same for this transaction only: behind it, what the script set is there again.
    private static readonly string[] RoleReset = ["SET LOCAL SESSION AUTHORIZATION DEFAULT", "SET LOCAL ROLE NONE"];

    /// <summary>Runs and commits <paramref name="unit"/>.</summary>
    /// <exception cref="CommandFailure">The server refused it for good; everything is rolled back.</exception>
    /// <exception cref="SessionLost">The connection broke; the history tells whether the commit was done.</exception>
    public async Task RunAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AttemptAsync(session, unit, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (CommandFailure failure) when (failure.IsWorthRetrying && attempt < options.LockAttempts)
            {
                var delay = RetryDelay.After(attempt, options);
                options.Progress?.Report(new RunEvent.Retrying(unit.Change, attempt, options.LockAttempts, delay, failure.Error.MessageText));
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Runs <paramref name="unit"/> within <paramref name="transaction"/>, which the caller ends.</summary>
    public async Task RunWithinAsync(
        WorkSession session, NpgsqlTransaction transaction, TransactionUnit unit, CancellationToken cancellationToken)
    {
        var batch = Begin(new CommandBatch(session.Connection, transaction), session, unit);
        try
        {
            var characters = 0;
            var count = 0;
            foreach (var command in unit.Commands)
            {
                if (command is SqlCommand sql && count < MostCommandsAtOnce && characters < MostCharactersAtOnce)
                {
                    batch.Add(sql);
                    count++;
                    characters += sql.Sql.Length;
                    continue;
                }

                await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
                await batch.DisposeAsync().ConfigureAwait(false);
                batch = new CommandBatch(session.Connection, transaction);
                (count, characters) = (0, 0);
                if (command is SqlCommand next)
                {
                    batch.Add(next);
                    (count, characters) = (1, next.Sql.Length);
                }
                else
                {
                    await CommandExecution.RunAsync(session, transaction, command, options, cancellationToken).ConfigureAwait(false);
                }
            }

            Finish(batch, session, unit);
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await batch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task AttemptAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken)
    {
        try
        {
            if (FitsInOneBatch(unit.Commands))
            {
                await InOneRoundTripAsync(session, unit, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await InPiecesAsync(session, unit, cancellationToken).ConfigureAwait(false);
            }
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

    private static async Task InOneRoundTripAsync(WorkSession session, TransactionUnit unit, CancellationToken cancellationToken)
    {
        var batch = Begin(new CommandBatch(session.Connection).Add("BEGIN"), session, unit);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var command in unit.Commands.Cast<SqlCommand>())
            {
                batch.Add(command);
            }

            if (unit.Prepared?.Invoke() is var (statement, origin))
            {
                batch.Add(statement, origin);
            }

            Finish(batch, session, unit);
            batch.Add("COMMIT");
            await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
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

    private static CommandBatch Begin(CommandBatch batch, WorkSession session, TransactionUnit unit) =>
        unit.KeepsSession ? batch : batch.Add(session.Settings);

    private static void Finish(CommandBatch batch, WorkSession session, TransactionUnit unit)
    {
        foreach (var reset in unit.KeepsSession ? RoleReset : SessionReset)
        {
            batch.Add(reset);
        }

        Begin(batch, session, unit).AddRange(unit.Bookkeeping());
    }

    private static bool FitsInOneBatch(IReadOnlyList<MigrationCommand> commands) =>
        commands.Count <= MostCommandsAtOnce
        && commands.All(c => c is SqlCommand)
        && commands.Sum(c => ((SqlCommand)c).Sql.Length) <= MostCharactersAtOnce;
}
