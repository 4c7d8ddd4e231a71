using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds statements that take from the session what a run relies on: its encoding, its locks, its lock timeout.</summary>
internal static class SessionStatementRules
{
    private const string UnlockAll = "pg_advisory_unlock_all";

    /// <summary>What is wrong with a statement: HM0224, HM0420; <c>null</c> where nothing is.</summary>
    public static Diagnostic? Check(MigrationCommand command, string sql) => true switch
    {
        _ when ClientEncoding.OtherThanUtf8(sql) is { } encoding => Encoding(command, encoding),
        _ when LetsGoOfLocks(sql) is { } way => Locks(command, sql, way),
        _ when SettingChange.Of(sql, "lock_timeout", out var isLocal) is { } limit && IsOff(limit) => NoLimit(command, isLocal),
        _ => null,
    };

    // Tells what to write instead.
    private static string? LetsGoOfLocks(string sql)
    {
        var words = new SqlWords(sql);
        if (words.Take("DISCARD"))
        {
            return words.Is("ALL") ? "Write RESET ALL instead, or leave it out: every migration begins with the session's own settings." : null;
        }

        return (words.Is("SELECT") || words.Is("DO")) && sql.Contains(UnlockAll, StringComparison.OrdinalIgnoreCase)
            ? "Release the locks that the migration has taken by name: pg_advisory_unlock(key)."
            : null;
    }

    // 0, 0ms, '0 s', 0.0
    private static bool IsOff(string limit)
    {
        var number = limit.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz ");
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == 0;
    }

    private static Diagnostic Encoding(MigrationCommand command, string encoding) => new()
    {
        Code = DiagnosticCodes.StatementNotSupported,
        Summary = $"The file is UTF-8 and is sent as such, but this statement tells the server that it is {encoding}.",
        Why = "Every letter beyond ASCII would be stored as something else.",
        Where = command.Where,
        NextActions = ["Delete the statement; the server converts UTF-8 to whatever the database is encoded in."],
    };

    private static Diagnostic Locks(MigrationCommand command, string sql, string way) => new()
    {
        Code = DiagnosticCodes.StatementNotSupported,
        Summary = $"This statement lets go of all advisory locks of the session, those of the run too: {MigrationRules.Shown(sql)}",
        Why = "By its lock, a run sees that the session of one before it, whose tool was killed, still works.",
        Where = command.Where,
        NextActions = [way],
    };

    private static Diagnostic NoLimit(MigrationCommand command, bool isLocal) => new()
    {
        Code = DiagnosticCodes.LockTimeoutOff,
        Severity = DiagnosticSeverity.Warning,
        Summary = "The statements behind this one wait for locks without a limit, and whoever needs the table queues behind them.",
        Why = "pg_dump writes such a line at the top of its files, for databases that nobody uses yet.",
        Where = command.Where,
        NextActions = ["Delete it, so that the limit of the environment counts.", $"Or give it a limit: SET {(isLocal ? "LOCAL " : "")}lock_timeout = '30s'"],
    };
}
