using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>The key that batches walk along.</summary>
/// <param name="Columns">Its columns as written, with the SQL text of their types.</param>
internal sealed record BatchKey(IReadOnlyList<(string Column, string Type)> Columns)
{
    /// <summary>Looks the key's columns up.</summary>
    /// <exception cref="DiagnosticException">The table lacks one, or one can be null: such rows would be left out.</exception>
    public static async Task<BatchKey> FindAsync(
        NpgsqlConnection connection, string table, BatchCommand command, CancellationToken cancellationToken)
    {
        var columns = new List<(string, string)>();
        foreach (var column in command.Key)
        {
            var query = new NpgsqlCommand(
                """
                SELECT pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull
                FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attname = (pg_catalog.parse_ident($2))[1] AND a.attnum > 0 AND NOT a.attisdropped
                """, connection) { CommandTimeout = 0, Parameters = { new() { Value = table }, new() { Value = column } } };
            await using (query.ConfigureAwait(false))
            {
                var reader = await query.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false) || !reader.GetBoolean(1))
                    {
                        throw NotPossible(command, table, column);
                    }

                    columns.Add((column, reader.GetString(0)));
                }
            }
        }

        return new(columns);
    }

    private static DiagnosticException NotPossible(BatchCommand command, string table, string column) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Summary = $"Batches cannot walk along {table}.{column}: there is no such column, or it can be null.",
        Why = "Rows without a key would be left out.",
        Where = command.Where,
        NextActions = ["Name the columns of the primary key: -- hm:batch key=id"],
    });
}
