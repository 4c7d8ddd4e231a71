using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>The key that batches walk along.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="HasIndex">Whether an index leads from one batch to the next.</param>
internal sealed record BatchKey(IReadOnlyList<BatchColumn> Columns, bool HasIndex)
{
    /// <summary>Looks the key's columns up.</summary>
    /// <exception cref="DiagnosticException">The table lacks one, or one can be null: such rows would be left out.</exception>
    public static async Task<BatchKey> FindAsync(
        NpgsqlConnection connection, string table, BatchCommand command, CancellationToken cancellationToken)
    {
        var columns = new List<BatchColumn>();
        var hasIndex = false;
        foreach (var column in command.Key)
        {
            var query = new NpgsqlCommand(
                """
                SELECT pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, t.typcategory = 'D',
                       EXISTS (SELECT FROM pg_catalog.pg_index i
                               JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                               JOIN pg_catalog.pg_am m ON m.oid = c.relam
                               WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL AND m.amname = 'btree')
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
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

                    hasIndex |= columns is [] && reader.GetBoolean(3);
                    columns.Add(new(column, reader.GetString(0), reader.GetBoolean(2)));
                }
            }
        }

        return new(columns, hasIndex);
    }

    /// <summary>What to tell of batches that nothing leads to.</summary>
    public static Diagnostic Unindexed(string table, BatchCommand command) => new()
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"No index of {table} begins with {command.Key[0]}: each batch reads the whole table.",
        Where = command.Where,
        NextActions = [$"Make one before: CREATE INDEX CONCURRENTLY ... ON {table} ({string.Join(", ", command.Key)})", "Or walk along the primary key."],
    };

    private static DiagnosticException NotPossible(BatchCommand command, string table, string column) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.BatchNotPossible,
        Summary = $"Batches cannot walk along {table}.{column}: there is no such column, or it can be null.",
        Why = "Rows without a key would be left out.",
        Where = command.Where,
        NextActions = ["Name the columns of the primary key: -- hm:batch key=id"],
    });
}
