using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Tells what to do when the role may not use the history.</summary>
internal static class HistoryAccess
{
    /// <summary>Does <paramref name="work"/>, which reads or creates the history tables.</summary>
    public static async Task<T> GuardAsync<T>(HistoryTableName history, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.HistoryNotAccessible,
                Summary = $"The role may not use the history table {history}: {e.MessageText}. Nothing was changed.",
                SqlState = e.SqlState,
                NextActions =
                [
                    $"Let the role work there: GRANT USAGE, CREATE ON SCHEMA {history.QuotedSchema} TO its_name; and, where the tables exist, make it their owner.",
                    $"To look only: GRANT SELECT ON {history.Table}, {history.Log}, {history.Journal} TO its_name",
                    "Or give the history a schema of its own in the configuration (history.schema).",
                ],
            }, e);
        }
    }
}
