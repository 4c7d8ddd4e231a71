using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>The server refused a command; the transaction is rolled back and the session is usable.</summary>
internal sealed class CommandFailure(MigrationCommand? command, PostgresException error) : Exception(error.MessageText, error)
{
    /// <summary>The command that failed; <c>null</c> for one of the runner's own, the commit above all.</summary>
    public MigrationCommand? Command { get; } = command;

    /// <summary>What the server said.</summary>
    public PostgresException Error { get; } = error;

    /// <summary>Whether the same transaction may well succeed a little later.</summary>
    public bool IsWorthRetrying =>
        Error.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected || IsForgottenStatement;

    // Something between here and the server forgot what the runner had prepared; the next attempt does without.
    private bool IsForgottenStatement => Command is null && Error.SqlState == PostgresErrorCodes.InvalidSqlStatementName;
}
