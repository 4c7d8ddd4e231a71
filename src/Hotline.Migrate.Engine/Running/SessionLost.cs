using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>The working connection broke. Whether the last commit was done, the history tells.</summary>
internal sealed class SessionLost(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The command that the server refused with its last words, where it did.</summary>
    public MigrationCommand? Command { get; init; }

    /// <summary>What the server said when it lacked memory or disk: Npgsql gives up a connection that hears of it, which has nothing to do with the network.</summary>
    public PostgresException? Shortage => InnerException as PostgresException is { } error && error.SqlState.StartsWith("53", StringComparison.Ordinal) ? error : null;
}
