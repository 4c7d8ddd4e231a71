using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Locking;

/// <summary>Finds out whether a pooler hands the sessions of several clients to one server process.</summary>
internal static class PoolerCheck
{
    private const int Attempts = 3;

    /// <summary>Refuses a pooler in transaction or statement mode, through which a session cannot hold a lock.</summary>
    /// <remarks>
    /// A pooler makes up the process id that it gives its clients. When that is not the server's, a second connection tells the mode: while
    /// the first one stays open, only a pooler that lends out idle sessions can serve both from the same server process.
    /// </remarks>
    /// <exception cref="DiagnosticException">Such a pooler is in between.</exception>
    public static async Task EnsureSessionAsync(
        NpgsqlConnection connection, Func<CancellationToken, Task<NpgsqlConnection>> connect, CancellationToken cancellationToken)
    {
        var first = await BackendAsync(connection, cancellationToken).ConfigureAwait(false);
        if (first == connection.ProcessID)
        {
            return;
        }

        var second = await connect(cancellationToken).ConfigureAwait(false);
        await using (second.ConfigureAwait(false))
        {
            for (var i = 1; i <= Attempts; i++)
            {
                // Not in turns: a pooler that hands its server processes out one after the other would look the same each time.
                for (var j = 0; j < i; j++)
                {
                    if (await BackendAsync(second, cancellationToken).ConfigureAwait(false) == first)
                    {
                        throw Refusal();
                    }
                }

                if (await BackendAsync(connection, cancellationToken).ConfigureAwait(false) != first)
                {
                    throw Refusal();
                }
            }
        }
    }

    /// <summary>The refusal; also used when a lock turns out to be held by another server process.</summary>
    public static DiagnosticException Refusal() => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.TransactionPooler,
        Summary = "The connection goes through a pooler in transaction mode. Nothing was changed.",
        Why = "Locks and settings of a session do not hold there, so two runs could not be kept apart.",
        NextActions =
        [
            "Connect to PostgreSQL directly for migrations (its own port, usually 5432).",
            "Or give the role or database pool_mode = session in PgBouncer.",
        ],
    });

    private static async Task<int> BackendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT pg_catalog.pg_backend_pid()", connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }
}
