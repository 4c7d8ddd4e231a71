using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.History;

/// <summary>Reads the history of a database. Creates nothing, takes no lock.</summary>
internal static class HistoryReader
{
    /// <summary>The history; <see cref="DatabaseHistory.Empty"/> when the table is missing.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="name">Where its history is.</param>
    /// <param name="withTexts">Whether every way back is read; without, those of drafts alone, which an upgrade may have to undo.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public static async Task<DatabaseHistory> ReadAsync(
        NpgsqlConnection connection, HistoryTableName name, bool withTexts, CancellationToken cancellationToken)
    {
        if (!await HistorySchema.IsReadableAsync(connection, name, cancellationToken).ConfigureAwait(false))
        {
            return DatabaseHistory.Empty;
        }

        var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands = { new NpgsqlBatchCommand(Rows(name, withTexts)), new NpgsqlBatchCommand(Journal(name)) },
        };
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var applied = await ReadAllAsync(reader, Revision, cancellationToken).ConfigureAwait(false);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                var unfinished = await ReadAllAsync(reader, Unfinished, cancellationToken).ConfigureAwait(false);
                return new DatabaseHistory(true, [.. applied], [.. unfinished]);
            }
        }
    }

    /// <summary>The log, newest first.</summary>
    public static async Task<IReadOnlyList<LogEntry>> ReadLogAsync(
        NpgsqlConnection connection, HistoryTableName name, int limit, CancellationToken cancellationToken)
    {
        if (!await HistorySchema.IsReadableAsync(connection, name, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        var command = new NpgsqlCommand(
            $"""
            SELECT at, event, revision, message, role, client, duration_ms, tool_version, detail
            FROM {name.Log} ORDER BY id DESC LIMIT $1
            """, connection) { CommandTimeout = 0, Parameters = { new() { Value = limit } } };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await ReadAllAsync(reader, Entry, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Arrays travel as text, so that a data source without array support will do.
    private static string Rows(HistoryTableName name, bool withTexts) =>
        $"""
        SELECT revision, array_to_string(parents, ' '), array_to_string(depends_on, ' '), message, hash, is_draft,
               upgrade_text, {(withTexts ? "downgrade_text" : "CASE WHEN is_draft THEN downgrade_text END")}, applied_at, applied_by, duration_ms, tool_version
        FROM {name.Table} ORDER BY position
        """;

    private static string Journal(HistoryTableName name) =>
        $"""
        SELECT revision, direction, finished, prefix_hash, running, failed, batch_key, updated_at
        FROM {name.Journal} ORDER BY updated_at
        """;

    private static AppliedRevision Revision(NpgsqlDataReader row) => new()
    {
        Revision = row.GetString(0),
        Parents = Words(row.GetString(1)),
        DependsOn = Words(row.GetString(2)),
        Message = row.GetString(3),
        Hash = row.GetString(4),
        IsDraft = row.GetBoolean(5),
        UpgradeText = row.IsDBNull(6) ? null : row.GetString(6),
        DowngradeText = row.IsDBNull(7) ? null : row.GetString(7),
        AppliedAt = Time(row, 8),
        AppliedBy = row.GetString(9),
        Duration = TimeSpan.FromMilliseconds(row.GetInt64(10)),
        ToolVersion = row.GetString(11),
    };

    private static UnfinishedRun Unfinished(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1) == HistoryCommands.Name(Direction.Upgrade) ? Direction.Upgrade : Direction.Downgrade,
        row.GetInt32(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetInt32(4),
        row.GetBoolean(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        Time(row, 7));

    private static LogEntry Entry(NpgsqlDataReader row) => new(
        Time(row, 0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        TimeSpan.FromMilliseconds(row.GetInt64(6)), row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8));

    private static DateTimeOffset Time(NpgsqlDataReader row, int column) =>
        new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    private static EquatableArray<string> Words(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static async Task<List<T>> ReadAllAsync<T>(
        NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
