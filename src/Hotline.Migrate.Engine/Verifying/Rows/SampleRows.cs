using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Verifying.Rows;

/// <summary>Puts a few rows into tables of a scratch database, as far as their constraints let it.</summary>
internal static class SampleRows
{
    private const int RowCount = 3;

    /// <summary>Fills the tables of <paramref name="schema"/> that are empty.</summary>
    /// <remarks>
    /// A row refers to the row of the same number, so tables are tried again until no more can be filled. A table whose constraints want
    /// values that nobody can guess stays empty.
    /// </remarks>
    public static async Task InsertAsync(NpgsqlDataSource source, DatabaseSchema schema, IEnumerable<QualifiedName> filled, CancellationToken cancellationToken)
    {
        var done = filled.ToHashSet();
        var open = schema.Tables.Where(t => t.PartitionOf is null && !done.Contains(t.Name)).ToList();
        while (open.Count > 0)
        {
            var before = open.Count;
            var left = new List<Table>();
            foreach (var table in open)
            {
                if (!await TryAsync(source, table, schema, cancellationToken).ConfigureAwait(false))
                {
                    left.Add(table);
                }
            }

            if (left.Count == before)
            {
                return;
            }

            open = left;
        }
    }

    private static async Task<bool> TryAsync(NpgsqlDataSource source, Table table, DatabaseSchema schema, CancellationToken cancellationToken) =>
        await TryAsync(source, table, schema, all: true, cancellationToken).ConfigureAwait(false)
        || await TryAsync(source, table, schema, all: false, cancellationToken).ConfigureAwait(false);

    private static async Task<bool> TryAsync(NpgsqlDataSource source, Table table, DatabaseSchema schema, bool all, CancellationToken cancellationToken)
    {
        if (Insert(table, schema, all) is not { } sql)
        {
            return false;
        }

        var command = source.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (PostgresException)
            {
                // What the table wants is not to be guessed; it stays empty, and nothing is claimed about it.
                return false;
            }
        }
    }

    private static string? Insert(Table table, DatabaseSchema schema, bool all)
    {
        var names = new List<string>();
        var values = new List<string>();
        foreach (var column in table.Columns.Where(c => c.Generated is null && (all || (!c.Nullable && c.Default is null && c.Identity is null))))
        {
            if (SampleValue.Of(column.Type, schema) is { } value)
            {
                names.Add(SqlIdentifier.Quote(column.Name));
                values.Add(value);
            }
            else if (!column.Nullable && column.Default is null)
            {
                return null;
            }
        }

        return names.Count == 0
            ? $"INSERT INTO {SqlIdentifier.Quote(table.Name)} DEFAULT VALUES"
            : $"INSERT INTO {SqlIdentifier.Quote(table.Name)} ({string.Join(", ", names)}) OVERRIDING SYSTEM VALUE "
                + FormattableString.Invariant($"SELECT {string.Join(", ", values)} FROM generate_series(1, {RowCount}) AS n");
    }
}
