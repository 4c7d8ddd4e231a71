using Hotline.Migrate.Parsing;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Looks after the invalid indexes that an interrupted concurrent build leaves behind.</summary>
internal static class InvalidIndexes
{
    private const string OfTable =
        """
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        """;

    /// <summary>Whether the table has the index, and it can be used.</summary>
    public static async Task<bool> IsValidAsync(NpgsqlConnection connection, string index, string table, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            $"""
            SELECT EXISTS (SELECT {OfTable}
            WHERE i.indisvalid AND i.indrelid = pg_catalog.to_regclass($1) AND c.relname = (pg_catalog.parse_ident($2))[1])
            """, connection) { CommandTimeout = 0, Parameters = { new() { Value = table }, new() { Value = index } } };
        await using (command.ConfigureAwait(false))
        {
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    /// <summary>Drops what an interrupted earlier try of the statement left, so that it can run again.</summary>
    /// <remarks>
    /// An <c>IF NOT EXISTS</c> would find the invalid index and be content with it. Nobody can be building it now: the build holds
    /// a lock on the table that the drop waits for, and the index that it then finds valid stays.
    /// </remarks>
    /// <returns>The names of the dropped indexes.</returns>
    public static async Task<IReadOnlyList<string>> DropAsync(WorkSession session, StatementForm form, CancellationToken cancellationToken)
    {
        var names = form switch
        {
            { Kind: StatementKind.CreateIndex, Name: { } name, Table: { } table } => await FindAsync(
                session.Connection,
                "i.indrelid = pg_catalog.to_regclass($1) AND c.relname = (pg_catalog.parse_ident($2))[1]",
                [table, name], cancellationToken).ConfigureAwait(false),
            { Kind: StatementKind.Reindex, Table: { } table } => await FindAsync(
                session.Connection,
                "i.indrelid = pg_catalog.to_regclass($1) AND c.relname ~ '_cc(new|old)[0-9]*$'",
                [table], cancellationToken).ConfigureAwait(false),
            { Kind: StatementKind.Reindex, Name: { } name } => await FindAsync(
                session.Connection,
                """
                i.indrelid = (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass($1))
                AND c.relname ~ '_cc(new|old)[0-9]*$'
                """,
                [name], cancellationToken).ConfigureAwait(false),
            _ => [],
        };
        foreach (var name in names)
        {
            await session.ExecuteAsync($"DROP INDEX CONCURRENTLY IF EXISTS {name}", cancellationToken).ConfigureAwait(false);
        }

        return names;
    }

    /// <summary>The invalid indexes of which one may be what the statement left: it builds one, and does not tell its name.</summary>
    public static async Task<IReadOnlyList<string>> OfNamelessAsync(WorkSession session, StatementForm? form, CancellationToken cancellationToken) =>
        form is { Kind: StatementKind.CreateIndex, Name: null, Table: { } table }
            ? await FindAsync(session.Connection, "i.indrelid = pg_catalog.to_regclass($1)", [table], cancellationToken).ConfigureAwait(false)
            : [];

    private static async Task<IReadOnlyList<string>> FindAsync(
        NpgsqlConnection connection, string condition, string[] values, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            $"SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) {OfTable} WHERE NOT i.indisvalid AND {condition} ORDER BY 1", connection)
        {
            CommandTimeout = 0,
        };
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
            }

            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var names = new List<string>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    names.Add(reader.GetString(0));
                }

                return names;
            }
        }
    }
}
