using System.Globalization;
using Npgsql;

namespace Hotline.Migrate.Locking;

/// <summary>The session that holds an advisory lock.</summary>
/// <param name="Pid">Its server process.</param>
/// <param name="Application">The name that it gave itself; ours says the machine and the process.</param>
/// <param name="Host">Where it comes from; <c>local</c> for a Unix socket.</param>
/// <param name="Role">Its database role.</param>
/// <param name="Since">When it connected (UTC).</param>
public sealed record LockHolder(int Pid, string Application, string Host, string Role, DateTimeOffset Since)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"pid {Pid}, {(Application.Length == 0 ? "no application name" : Application)}, role {Role} from {Host}, since {Since:yyyy-MM-dd HH:mm:ss}Z");

    /// <summary>Who holds <paramref name="key"/>, or <c>null</c> when nobody does any more.</summary>
    internal static async Task<LockHolder?> FindAsync(
        NpgsqlConnection connection, RunLockKey key, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            """
            SELECT a.pid, coalesce(a.application_name, ''), coalesce(a.client_hostname, pg_catalog.host(a.client_addr), 'local'),
                   coalesce(a.usename::pg_catalog.text, ''), coalesce(a.backend_start, pg_catalog.now())
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
              AND l.classid::pg_catalog.int8 = $1 AND l.objid::pg_catalog.int8 = $2
            LIMIT 1
            """, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = key.ClassId }, new() { Value = key.ObjectId } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                    ? new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                        new(DateTime.SpecifyKind(reader.GetDateTime(4), DateTimeKind.Utc)))
                    : null;
            }
        }
    }
}
