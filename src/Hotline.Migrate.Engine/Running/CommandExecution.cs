using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Runs the commands that are no plain statement.</summary>
internal static class CommandExecution
{
    /// <summary>Runs <paramref name="command"/> on the session, in <paramref name="transaction"/> where there is one.</summary>
    public static Task RunAsync(
        WorkSession session,
        NpgsqlTransaction? transaction,
        MigrationCommand command,
        RunnerOptions options,
        CancellationToken cancellationToken) => command switch
        {
            CodeCommand code => RunCodeAsync(session, transaction, code, Resolve(code, options.DataMigrations).RunAsync, cancellationToken),
            CodeBatch batch => RunCodeAsync(session, transaction, batch.Code, (connection, within, token) => batch.Work(connection, within!, token), cancellationToken),
            CopyCommand copy => CopyExecution.RunAsync(session, copy, cancellationToken),
            _ => throw new DiagnosticException(FailureKind.Migration, new Diagnostic
            {
                Code = DiagnosticCodes.StatementNotSupported,
                Summary = $"The runner does not know how to run this ({command.GetType().Name}).",
                Where = command.Where,
            }),
        };

    private static async Task RunCodeAsync(
        WorkSession session,
        NpgsqlTransaction? transaction,
        CodeCommand code,
        Func<NpgsqlConnection, NpgsqlTransaction?, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        try
        {
            await work(session.Connection, transaction, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (session.IsAlive)
        {
            throw new CommandFailure(code, e);
        }
        catch (Exception e) when (!session.IsAlive && e is not OperationCanceledException)
        {
            throw new SessionLost(e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Failed(code, $"{e.GetType().Name}: {e.Message}", e);
        }

        if (transaction is not null)
        {
            await EnsureOpenAsync(session, code, cancellationToken).ConfigureAwait(false);
        }
    }

    // Npgsql does not tell whether a transaction is still open, and behind a commit every statement would commit for itself.
    private static async Task EnsureOpenAsync(WorkSession session, CodeCommand code, CancellationToken cancellationToken)
    {
        try
        {
            await session.ExecuteAsync("SAVEPOINT hotline_migrate", cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync("RELEASE SAVEPOINT hotline_migrate", cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailure failure) when (failure.Error.SqlState == PostgresErrorCodes.NoActiveSqlTransaction)
        {
            throw Failed(code, "It ended the transaction that was lent to it; what was done before is committed or lost.", failure);
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure(code, failure.Error);
        }
    }

    /// <summary>The data migration that <paramref name="code"/> names.</summary>
    public static IDataMigration Resolve(CodeCommand code, IDataMigrationResolver resolver)
    {
        try
        {
            return resolver.Resolve(code.TypeName) ?? throw NotFound(code, "There is no such type, or it does not implement IDataMigration.", null);
        }
        catch (Exception e) when (e is not DiagnosticException)
        {
            throw NotFound(code, $"It cannot be created. {e.GetType().Name}: {e.Message}", e);
        }
    }

    private static DiagnosticException NotFound(CodeCommand code, string why, Exception? cause) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.DataMigrationNotFound,
        Summary = $"The C# data migration {code.TypeName} was not found.",
        Why = why,
        Where = code.Where,
        NextActions = ["Build the project that holds it, or correct the name after -- hm:code (namespace and type)."],
    }, cause);

    private static DiagnosticException Failed(CodeCommand code, string why, Exception? cause) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.DataMigrationFailed,
        Summary = $"The C# data migration {code.TypeName} failed.",
        Why = why,
        Where = code.Where,
    }, cause);
}
