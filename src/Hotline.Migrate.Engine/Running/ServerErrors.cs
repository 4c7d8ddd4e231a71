using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Tells what the server said, and on which line of the file.</summary>
internal static class ServerErrors
{
    /// <summary>The diagnostic of a command that failed for good.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="path">The migration's file, for a failure that belongs to no command.</param>
    /// <param name="state">What became of the database.</param>
    /// <param name="blockers">Who held it up, for a lock timeout.</param>
    /// <param name="options">The options of the run.</param>
    public static Diagnostic Describe(CommandFailure failure, string path, string state, string? blockers, RunnerOptions options)
    {
        var error = failure.Error;
        var isLock = failure.IsWorthRetrying;
        return new Diagnostic
        {
            Code = isLock ? DiagnosticCodes.LockTimeout : DiagnosticCodes.StatementFailed,
            Summary = error.MessageText,
            Why = Why(failure, state, isLock ? blockers : null, options),
            Where = failure.Command is { } command ? Locate(command, error) : new SourceLocation(path),
            SqlState = error.SqlState,
            NextActions = NextActions(failure, options),
        };
    }

    private static string[] NextActions(CommandFailure failure, RunnerOptions options) => failure.Error switch
    {
        _ when failure.IsWorthRetrying => ["Run the command again when the other sessions are done, or give it more time: --lock-timeout 30s"],
        _ when options.SingleTransaction && ChangeExecution.NeedsCommitBefore(failure) =>
            ["It needs a commit before it: run the command without --single-transaction."],
        var error when LiesOutsideBounds(error) =>
            [$"Move the rows of {error.TableName} that lie outside the bounds to where they belong, before this statement of the migration, and run the command again."],
        { SqlState: PostgresErrorCodes.OutOfMemory } =>
        [
            options.SingleTransaction
                ? "Run the command without --single-transaction: a transaction locks all that it makes or drops, and the server has room for so many locks."
                : "Divide the migration: what stands before a line '-- hm:step NAME' is committed, and its locks are given back.",
            "Or make room for more locks: ALTER SYSTEM SET max_locks_per_transaction = 256, and restart the server.",
        ],
        _ => ["Correct the migration and run the command again."],
    };

    /// <summary>The place in the file that an error of the server is about.</summary>
    /// <param name="command">The command that the server read.</param>
    /// <param name="error">What the server said.</param>
    public static SourceLocation Locate(MigrationCommand command, PostgresException error) =>
        (error.Position, command) switch
        {
            (> 0, SqlCommand sql) => SqlPosition.Locate(sql.Sql, sql.Where, error.Position),
            (> 0, CopyCommand copy) => SqlPosition.Locate(copy.Sql, copy.Where, error.Position),
            (_, SqlCommand sql) => DoBlockPosition.Find(sql, error.Where) ?? sql.Where,
            _ => command.Where,
        };

    private static string Why(CommandFailure failure, string state, string? blockers, RunnerOptions options)
    {
        var error = failure.Error;
        var why = new StringBuilder();
        if (failure.Command is null)
        {
            why.AppendLine(error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction
                ? "The migration made its transaction read-only, so that it cannot be recorded."
                : "It came up at the commit: a deferred constraint, most likely.");
        }

        if (failure.IsWorthRetrying)
        {
            why.AppendLine(string.Create(CultureInfo.InvariantCulture, $"It was tried {options.LockAttempts} times."));
        }

        Append(why, "", blockers);
        Append(why, "Detail: ", IsRedacted(error.Detail) ? null : error.Detail);
        Append(why, "Hint: ", error.Hint);
        Append(why, "Context: ", error.Where);
        return why.Append(state).ToString();
    }

    private static void Append(StringBuilder text, string title, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(title).AppendLine(value);
        }
    }

    // A row that violates a condition comes with the condition's name; the bounds of a partition have none.
    private static bool LiesOutsideBounds(PostgresException error) =>
        error is { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: null or "", TableName.Length: > 0 };

    // Npgsql's words where IncludeErrorDetail is off: advice about a connection string helps nobody here.
    private static bool IsRedacted(string? detail) => detail?.StartsWith("Detail redacted", StringComparison.Ordinal) == true;
}
