using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting.Catalog;
using Npgsql;

namespace Hotline.Migrate.Inspecting;

/// <summary>Runs catalog queries in one snapshot and one round trip.</summary>
internal static class CatalogAccess
{
    public static async Task<T> ReadAsync<T>(
        NpgsqlConnection connection, IEnumerable<string> queries, Func<CatalogReader, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var batch = connection.CreateBatch();
                await using (batch.ConfigureAwait(false))
                {
                    batch.Timeout = 0;
                    foreach (var query in queries.Prepend(CatalogSettings.Statement))
                    {
                        batch.BatchCommands.Add(new NpgsqlBatchCommand(query));
                    }

                    var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false))
                    {
                        return await read(new CatalogReader(reader, cancellationToken)).ConfigureAwait(false);
                    }
                }
            }
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NotAllowed(connection, refusal);
        }
        catch (PostgresException refusal) when (connection.PostgreSqlVersion.Major > DatabaseConnector.NewestMajor && IsAboutNames(refusal.SqlState))
        {
            throw TooNew(connection, refusal);
        }
    }

    // A catalog, a column of one, or a function that is there no more.
    private static bool IsAboutNames(string state) =>
        state is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction;

    private static DiagnosticException TooNew(NpgsqlConnection connection, PostgresException refusal) => new(
        FailureKind.Usage,
        [
            new Diagnostic
            {
                Code = DiagnosticCodes.ServerTooNew,
                Summary = FormattableString.Invariant(
                    $"The server is PostgreSQL {connection.PostgreSqlVersion}, whose schema cannot be read: {refusal.MessageText}."),
                Why = FormattableString.Invariant(
                    $"The catalogs of PostgreSQL {DatabaseConnector.OldestMajor} to {DatabaseConnector.NewestMajor} are known. Migrations can be applied to a newer server all the same."),
                SqlState = refusal.SqlState,
                NextActions = ["Use a version of Hotline Migrate that knows this one of PostgreSQL."],
            },
        ],
        refusal);

    private static DiagnosticException NotAllowed(NpgsqlConnection connection, PostgresException refusal) => new(
        FailureKind.Usage,
        [
            new Diagnostic
            {
                Code = DiagnosticCodes.CatalogNotReadable,
                Summary = $"The role {connection.UserName ?? "of the connection"} may not read the schema of the database {connection.Database}: {refusal.MessageText}.",
                Why = "Everybody may read PostgreSQL's catalogs unless that was taken away.",
                NextActions = ["Grant the role SELECT on that catalog, or connect as one that has it."],
            },
        ],
        refusal);
}
