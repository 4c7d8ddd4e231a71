using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Hotline.Migrate.Migrations;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Migrate.History;

/// <summary>The statements that keep the history. They are qualified in full, so no search path can lead them astray.</summary>
/// <param name="name">Where the history is.</param>
/// <param name="client">What the log says the statements come from; <c>null</c> for this machine.</param>
internal sealed class HistoryCommands(HistoryTableName name, string? client = null)
{
    private static readonly string[] RowColumns =
        ["revision", "parents", "depends_on", "message", "hash", "is_draft", "upgrade_text", "downgrade_text"];

    private readonly string client = client ?? Environment.MachineName;

    private static readonly string Version =
        typeof(HistoryCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "";

    /// <summary>The name of <paramref name="direction"/> in the tables.</summary>
    public static string Name(Direction direction) => direction == Direction.Upgrade ? "upgrade" : "downgrade";

    /// <summary>Records <paramref name="migration"/> as applied, and logs it.</summary>
    /// <param name="migration">What was applied.</param>
    /// <param name="hash">Its content hash.</param>
    /// <param name="event">The event's name in the log.</param>
    /// <param name="spent">The time spent before this transaction; the server adds the transaction's own.</param>
    public NpgsqlBatchCommand Insert(Migration migration, string hash, string @event, TimeSpan? spent) => new(InsertSql)
    {
        Parameters =
        {
            Text(migration.Revision),
            Text(string.Join(' ', migration.Parents)),
            Text(string.Join(' ', migration.DependsOn)),
            Text(migration.Message),
            Text(hash),
            new() { Value = migration.IsDraft },
            Text(migration.IsDraft ? KeptText.Of(migration.Upgrade) : null),
            Text(KeptText.Of(migration.Downgrade)),
            Milliseconds(spent),
            Text(Version),
            Text(@event),
            Text(client),
        },
    };

    /// <summary>Prepares <paramref name="statement"/>, which <see cref="ExecuteInsert"/> runs: to plan the insert takes longer than to do it.</summary>
    public NpgsqlBatchCommand PrepareInsert(string statement) =>
        new($"PREPARE {statement} (text, text, text, text, text, boolean, text, text, bigint, text, text, text) AS\n{InsertSql}");

    /// <summary>Records <paramref name="applied"/>, and logs it, with a statement that <see cref="PrepareInsert"/> has prepared.</summary>
    public NpgsqlBatchCommand ExecuteInsert(string statement, AppliedMigration applied)
    {
        object?[] values = [.. RowOf(applied.Migration), 0, Version, applied.Event, client];
        return new($"EXECUTE {statement} ({string.Join(", ", values.Select(SqlLiteral.Of))})");
    }

    /// <summary>Records all of <paramref name="applied"/>, in this order, and logs them.</summary>
    /// <remarks>The rows travel as one document: a list of values would have to be planned anew for each of its rows.</remarks>
    public NpgsqlBatchCommand Insert(IReadOnlyList<AppliedMigration> applied) => new(Sql(
        $"""
        SELECT revision, string_to_array(parents, ' '), string_to_array(depends_on, ' '), message, hash, is_draft, upgrade_text, downgrade_text, {Duration("0")}, $1
        FROM json_to_recordset($4::json) AS migration (
            revision text, parents text, depends_on text, message text, hash text, is_draft boolean, upgrade_text text, downgrade_text text)
        """, "$2", "$3"))
    {
        Parameters = { Text(Version), Text(applied[0].Event), Text(client), Text(Document(applied)) },
    };

    /// <summary>Takes <paramref name="row"/> out of the history, and logs it.</summary>
    public NpgsqlBatchCommand Delete(AppliedRevision row, string @event, TimeSpan? spent) => new(
        $"""
        WITH undone AS (DELETE FROM {name.Table} WHERE revision = $1 RETURNING revision, message, hash)
        INSERT INTO {name.Log} (event, revision, message, hash, client, duration_ms, tool_version)
        SELECT $2, revision, message, hash, $3, {Duration("$4")}, $5 FROM undone
        """)
    {
        Parameters = { Text(row.Revision), Text(@event), Text(client), Milliseconds(spent), Text(Version) },
    };

    /// <summary>Marks an applied draft as the sealed migration that it has become.</summary>
    public NpgsqlBatchCommand Seal(Migration migration, string hash) => new(
        $"""
        WITH sealed AS (
            UPDATE {name.Table}
            SET is_draft = false, upgrade_text = NULL, hash = $2, message = $3, downgrade_text = $4,
                parents = string_to_array($5, ' '), depends_on = string_to_array($6, ' ')
            WHERE revision = $1 RETURNING revision, message, hash)
        INSERT INTO {name.Log} (event, revision, message, hash, client, duration_ms, tool_version)
        SELECT 'seal', revision, message, hash, $7, 0, $8 FROM sealed
        """)
    {
        Parameters =
        {
            Text(migration.Revision),
            Text(hash),
            Text(migration.Message),
            Text(KeptText.Of(migration.Downgrade)),
            Text(string.Join(' ', migration.Parents)),
            Text(string.Join(' ', migration.DependsOn)),
            Text(client),
            Text(Version),
        },
    };

    /// <summary>Accepts a file as it is now as what was applied.</summary>
    public NpgsqlBatchCommand Accept(Migration migration) => new(
        $"""
        WITH repaired AS (
            UPDATE {name.Table} SET hash = $2, message = $3, downgrade_text = $4, is_draft = $5, upgrade_text = $6
            WHERE revision = $1 RETURNING revision, message, hash)
        INSERT INTO {name.Log} (event, revision, message, hash, client, duration_ms, tool_version)
        SELECT 'repair', revision, message, hash, $7, 0, $8 FROM repaired
        """)
    {
        Parameters =
        {
            Text(migration.Revision),
            Text(migration.ContentHash),
            Text(migration.Message),
            Text(KeptText.Of(migration.Downgrade)),
            new() { Value = migration.IsDraft },
            Text(migration.IsDraft ? KeptText.Of(migration.Upgrade) : null),
            Text(client),
            Text(Version),
        },
    };

    /// <summary>Logs something that changed no row of the history: a failure, a repair.</summary>
    public NpgsqlBatchCommand Log(string @event, string revision, string message, string hash, TimeSpan duration, string? detail) => new(
        $"""
        INSERT INTO {name.Log} (event, revision, message, hash, client, duration_ms, tool_version, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """)
    {
        Parameters =
        {
            Text(@event),
            Text(revision),
            Text(message),
            Text(hash),
            Text(client),
            new() { Value = (long)duration.TotalMilliseconds },
            Text(Version),
            Text(detail),
        },
    };

    /// <summary>Writes how far a migration of several commits came.</summary>
    public NpgsqlBatchCommand Progress(
        string revision, Direction direction, int finished, string prefixHash, int? running = null, bool failed = false, string? key = null) => new(
        $"""
        INSERT INTO {name.Journal} (revision, direction, finished, prefix_hash, running, failed, batch_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (revision, direction) DO UPDATE
        SET finished = excluded.finished, prefix_hash = excluded.prefix_hash, running = excluded.running, failed = excluded.failed,
            batch_key = excluded.batch_key, updated_at = clock_timestamp()
        """)
    {
        Parameters =
        {
            Text(revision),
            Text(Name(direction)),
            new() { Value = finished },
            Text(prefixHash),
            new() { Value = (object?)running ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            new() { Value = failed },
            Text(key),
        },
    };

    /// <summary>Forgets the progress of a migration that is done.</summary>
    public NpgsqlBatchCommand Forget(string revision) => new($"DELETE FROM {name.Journal} WHERE revision = $1")
    {
        Parameters = { Text(revision) },
    };

    private string InsertSql => Sql($"VALUES ($1, string_to_array($2, ' '), string_to_array($3, ' '), $4, $5, $6, $7, $8, {Duration("$9")}, $10)", "$11", "$12");

    private string Sql(string rows, string @event, string from) =>
        $"""
        WITH applied AS (
            INSERT INTO {name.Table} (revision, parents, depends_on, message, hash, is_draft, upgrade_text, downgrade_text, duration_ms, tool_version)
            {rows}
            RETURNING revision, message, hash, duration_ms, tool_version)
        INSERT INTO {name.Log} (event, revision, message, hash, client, duration_ms, tool_version)
        SELECT {@event}, revision, message, hash, {from}, duration_ms, tool_version FROM applied
        """;

    private static string Document(IReadOnlyList<AppliedMigration> applied)
    {
        var document = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(document);
        json.WriteStartArray();
        foreach (var (migration, _) in applied)
        {
            json.WriteStartObject();
            foreach (var (column, value) in RowColumns.Zip(RowOf(migration)))
            {
                if (value is bool flag)
                {
                    json.WriteBoolean(column, flag);
                }
                else
                {
                    json.WriteString(column, (string?)value);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(document.WrittenSpan);
    }

    // What the first columns of the row are.
    private static object?[] RowOf(Migration migration) =>
    [
        migration.Revision,
        string.Join(' ', migration.Parents),
        string.Join(' ', migration.DependsOn),
        migration.Message,
        migration.ContentHash,
        migration.IsDraft,
        migration.IsDraft ? KeptText.Of(migration.Upgrade) : null,
        KeptText.Of(migration.Downgrade),
    ];

    private static string Duration(string spent) =>
        $"coalesce({spent} + (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint, 0)";

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Milliseconds(TimeSpan? value) =>
        new() { Value = value is { } v ? (long)v.TotalMilliseconds : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
