using System.Globalization;
using Hotline.Migrate.History;
using Npgsql;

namespace Hotline.Migrate.Rehearsing;

/// <summary>Copies rows from one database to another of the same schema: small tables whole, of the others a sample that fits together.</summary>
internal sealed class SampleCopy(NpgsqlConnection from, NpgsqlConnection to, HistoryTableName history)
{
    private const int WholeUpTo = 10_000;
    private const int Sample = 1_000;
    private const int MostRounds = 20;

    private const string Tables =
        """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname, c.relname,
               (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND c.relpersistence <> 't'
            AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'e')
        ORDER BY 1
        """;

    private const string Sequences =
        """
        SELECT pg_catalog.format('SELECT pg_catalog.setval(%L, %s)', pg_catalog.format('%I.%I', schemaname, sequencename), last_value)
        FROM pg_catalog.pg_sequences WHERE last_value IS NOT NULL
        """;

    // Rows whose parent is not in the sample would fail where a migration checks them, and say nothing.
    private const string Orphans =
        """
        SELECT pg_catalog.format(
                   'DELETE FROM %s c WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s)',
                   k.conrelid::pg_catalog.regclass,
                   pg_catalog.string_agg(pg_catalog.format('c.%I IS NOT NULL', a.attname), ' AND '),
                   k.confrelid::pg_catalog.regclass,
                   pg_catalog.string_agg(pg_catalog.format('p.%I = c.%I', b.attname, a.attname), ' AND '))
        FROM pg_catalog.pg_constraint k
        CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey)) AS x(child, parent)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.child
        JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = x.parent
        WHERE k.contype = 'f' AND k.conparentid = 0
        GROUP BY k.oid, k.conrelid, k.confrelid
        """;

    private const string Views =
        "SELECT pg_catalog.format('REFRESH MATERIALIZED VIEW %I.%I', schemaname, matviewname) FROM pg_catalog.pg_matviews WHERE NOT ispopulated ORDER BY 1";

    /// <summary>Copies; tells what was copied.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var tables = await RowsAsync(from, Tables, cancellationToken).ConfigureAwait(false);
        if (!await TryAsync("SET session_replication_role = replica", cancellationToken).ConfigureAwait(false))
        {
            // Without it keys and triggers stand in the way, and the history alone is needed.
            foreach (var table in tables.Where(IsHistory))
            {
                await CopyAsync(table, int.MaxValue, cancellationToken).ConfigureAwait(false);
            }

            return "no rows (the role may not switch triggers off)";
        }

        foreach (var table in tables)
        {
            await CopyAsync(table, IsHistory(table) ? int.MaxValue : await LimitAsync(table, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        var orphans = await RowsAsync(to, Orphans, cancellationToken).ConfigureAwait(false);
        for (var round = 0; round < MostRounds && await DeleteAsync(orphans, cancellationToken).ConfigureAwait(false) > 0; round++)
        {
            // What was deleted may have been the parent of something else.
        }

        foreach (var sequence in await RowsAsync(from, Sequences, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(sequence[0], cancellationToken).ConfigureAwait(false);
        }

        foreach (var view in await RowsAsync(to, Views, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(view[0], cancellationToken).ConfigureAwait(false);
        }

        await TryAsync("SET session_replication_role = DEFAULT", cancellationToken).ConfigureAwait(false);
        await TryAsync("ANALYZE", cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"a sample of its rows (all of tables up to {WholeUpTo:N0} rows, {Sample:N0} of others)");
    }

    private bool IsHistory(string[] table) =>
        table[1] == history.Schema && table[2].StartsWith(history.Name, StringComparison.Ordinal);

    private async Task<int> LimitAsync(string[] table, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM (SELECT FROM {table[0]} LIMIT {WholeUpTo + 1}) AS some_rows"), from) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! > WholeUpTo ? Sample : int.MaxValue;
        }
    }

    private async Task CopyAsync(string[] table, int limit, CancellationToken cancellationToken)
    {
        if (table[3].Length == 0)
        {
            return;
        }

        var select = string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT {table[3]} FROM {table[0]} LIMIT {limit}) TO STDOUT");
        using var reader = await from.BeginTextExportAsync(select, cancellationToken).ConfigureAwait(false);
        var writer = await to.BeginTextImportAsync($"COPY {table[0]} ({table[3]}) FROM STDIN", cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var buffer = new char[1 << 16];
            for (int read; (read = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<long> DeleteAsync(List<string[]> deletes, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        foreach (var delete in deletes)
        {
            var command = new NpgsqlCommand(delete[0], to) { CommandTimeout = 0 };
            await using (command.ConfigureAwait(false))
            {
                deleted += await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return deleted;
    }

    private async Task<bool> TryAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (PostgresException)
            {
                // A sample is a help, not a condition.
                return false;
            }
        }
    }

    private static async Task<List<string[]>> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        List<string[]> rows = [];
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetString(i))]);
                }
            }
        }

        return rows;
    }
}
