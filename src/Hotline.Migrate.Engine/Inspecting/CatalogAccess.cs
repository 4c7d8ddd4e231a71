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
    }

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
