using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Verifying.Rows;

/// <summary>What the tables of a database hold, as digests.</summary>
internal sealed class DatabaseContent(IReadOnlyDictionary<QualifiedName, TableContent> tables)
{
    /// <summary>The tables that hold rows.</summary>
    public IReadOnlyDictionary<QualifiedName, TableContent> Tables { get; } = tables;

    /// <summary>Reads the tables of <paramref name="schema"/>.</summary>
    public static async Task<DatabaseContent> ReadAsync(NpgsqlDataSource source, DatabaseSchema schema, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<QualifiedName, TableContent>();
        foreach (var chunk in schema.Tables.Where(t => t.PartitionOf is null).Chunk(200))
        {
            var command = source.CreateCommand(string.Join("\nUNION ALL\n", chunk.Select(Query)));
            await using (command.ConfigureAwait(false))
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        var table = chunk[reader.GetInt32(0)];
                        var digests = reader.GetFieldValue<string[]>(2);
                        tables[table.Name] = new TableContent(
                            reader.GetInt64(1),
                            table.Columns.Zip(digests).ToDictionary(p => p.First.Name, p => new ColumnContent(p.First.Type, p.Second), StringComparer.Ordinal));
                    }
                }
            }
        }

        return new DatabaseContent(tables.Where(t => t.Value.RowCount > 0).ToDictionary());
    }

    private static string Query(Table table, int number)
    {
        var digests = table.Columns.Select(c => SqlIdentifier.Quote(c.Name)).Select(c => $"md5(coalesce(string_agg({c}::text, ',' ORDER BY {c}::text), ''))");
        return FormattableString.Invariant($"SELECT {number}, count(*), ARRAY[{string.Join(", ", digests)}]::text[] FROM {SqlIdentifier.Quote(table.Name)}");
    }
}
