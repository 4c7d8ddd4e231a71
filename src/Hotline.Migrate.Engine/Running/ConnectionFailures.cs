using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Running;

/// <summary>What to say when a connection broke during a run.</summary>
internal static class ConnectionFailures
{
    /// <summary>The lock's connection broke.</summary>
    public static DiagnosticException LockLost(Exception cause) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.ConnectionLost,
        Summary = "The connection that holds the run lock was lost, so the run stopped at the next boundary.",
        Why = "Another run could have begun in the meantime.",
        NextActions = ["Run the command again: it goes on where this one stopped."],
    }, cause);

    /// <summary>The connection could not be had, or failed while the history was read for the first time.</summary>
    public static DiagnosticException BeforeTheRun(Exception cause) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.ConnectionLost,
        Summary = "The database could not be read. Nothing was changed.",
        Why = Text(cause),
        NextActions = ["See that the server answers and lets this role in, and run the command again."],
    }, cause);

    /// <summary>A connection failed before, between or after the changes.</summary>
    public static DiagnosticException Elsewhere(Exception cause) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.ConnectionLost,
        Summary = "The connection to the database failed between two migrations.",
        Why = Text(cause),
        NextActions = ["Run the command again: it finds out what is done, and goes on from there."],
    }, cause);

    /// <summary>The working connection broke, and what it was at is rolled back.</summary>
    public static Diagnostic RolledBack(PlannedChange change, Exception cause, string state) => new()
    {
        Code = DiagnosticCodes.ConnectionLost,
        Summary = $"The connection was lost during the {change.Name} of {change.Revision}.",
        Why = $"{cause.Message}\n{state}",
        NextActions = ["Run the command again: it goes on where this one stopped."],
    };

    /// <summary>The working connection broke, and the server cannot be asked what became of it.</summary>
    public static Diagnostic Unknown(PlannedChange change, Exception cause) => new()
    {
        Code = DiagnosticCodes.ConnectionLost,
        Summary = $"The connection was lost during the {change.Name} of {change.Revision}, and the server cannot be reached.",
        Why = $"{cause.Message}\nThe migration is either done or rolled back as a whole.",
        NextActions = ["Run the command again when the server is back: it finds out which it was, and goes on from there."],
    };

    private static string Text(Exception cause) =>
        (cause.InnerException ?? cause) is Npgsql.PostgresException server ? server.MessageText : cause.Message;
}
