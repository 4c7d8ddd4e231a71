using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Npgsql;

namespace Hotline.Migrate.Connecting;

/// <summary>How a session begins by the settings of server, database and role.</summary>
/// <param name="IsStandby">Whether the server replays the log of another one.</param>
/// <param name="ReadOnlySource">Where <c>default_transaction_read_only</c> is switched on, by <c>pg_settings.source</c>; <c>null</c> where it is off.</param>
/// <param name="Role">The role.</param>
/// <param name="Database">The database.</param>
/// <param name="SearchPath">The search path that has <c>public</c> first; <c>null</c> where that of the session is right.</param>
/// <param name="DatabasePath">The search path that the database itself gives, which a copy of it would not have.</param>
/// <remarks>
/// SQL leaves out the schema <c>public</c>. A role or database may search elsewhere first, where the tables would be made by mistake;
/// a search path that the connection itself names is meant so.
/// </remarks>
internal sealed record SessionState(bool IsStandby, string? ReadOnlySource, string Role, string Database, string? SearchPath, string? DatabasePath)
{
    private const string Query = """
        SELECT pg_catalog.pg_is_in_recovery(), r.source, r.setting = 'on', session_user::pg_catalog.text, pg_catalog.current_database()::pg_catalog.text,
            CASE WHEN p.source NOT IN ('client', 'session') AND pg_catalog.current_schema() IS DISTINCT FROM 'public'
                THEN pg_catalog.concat_ws(', ', 'public', nullif(pg_catalog.btrim(p.setting), '')) END,
            CASE WHEN p.source IN ('database', 'database user') THEN p.setting END
        FROM pg_catalog.pg_settings p JOIN pg_catalog.pg_settings r ON r.name = 'default_transaction_read_only'
        WHERE p.name = 'search_path'
        """;

    /// <summary>Asks the server.</summary>
    public static async Task<SessionState> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Query, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new SessionState(
                    reader.GetBoolean(0),
                    reader.GetBoolean(2) ? reader.GetString(1) : null,
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.IsDBNull(5) ? null : reader.GetString(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6));
            }
        }
    }

    /// <summary>Lets names mean on <paramref name="connection"/> what they mean to migrations.</summary>
    public static async Task SearchAsMigrationsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(connection, cancellationToken).ConfigureAwait(false)).SearchPath is not { } path)
        {
            return;
        }

        var command = new NpgsqlCommand("SELECT pg_catalog.set_config('search_path', $1, false)", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = path } },
        };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses a server or session that is only read from.</summary>
    /// <exception cref="DiagnosticException">It is read-only (HM0427).</exception>
    public void EnsureWritable()
    {
        if (IsStandby)
        {
            throw ReadOnly(
                "The server is a standby, which can only be read from. Nothing was changed.",
                "Connect to the primary: name its host, or all hosts with target_session_attrs=primary.");
        }

        if (ReadOnlySource is { } source)
        {
            throw ReadOnly(
                $"The session is read-only, because default_transaction_read_only is on for {Owner(source)}. Nothing was changed.",
                Switch(source),
                "Or for this connection alone: options=-c default_transaction_read_only=off");
        }
    }

    private static string Owner(string source) => source switch
    {
        "user" => "the role",
        "database" => "the database",
        "database user" => "the role in this database",
        "client" => "the connection",
        _ => "the server",
    };

    private string Switch(string source) => source switch
    {
        "user" => $"Switch it off: ALTER ROLE {SqlIdentifier.Quote(Role)} RESET default_transaction_read_only",
        "database" => $"Switch it off: ALTER DATABASE {SqlIdentifier.Quote(Database)} RESET default_transaction_read_only",
        "database user" => $"Switch it off: ALTER ROLE {SqlIdentifier.Quote(Role)} IN DATABASE {SqlIdentifier.Quote(Database)} RESET default_transaction_read_only",
        "client" => "Take it out of the connection's options.",
        _ => "Switch it off in the server's configuration.",
    };

    private static DiagnosticException ReadOnly(string summary, params string[] next) => new(
        FailureKind.Usage,
        new Diagnostic { Code = DiagnosticCodes.DatabaseReadOnly, Summary = summary, SqlState = PostgresErrorCodes.ReadOnlySqlTransaction, NextActions = next });
}
