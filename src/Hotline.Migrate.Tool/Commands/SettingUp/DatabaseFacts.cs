using Hotline.Migrate.Connecting;
using Hotline.Migrate.Scratch;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Projects;
using Npgsql;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>What the doctor asks a database.</summary>
internal static class DatabaseFacts
{
    /// <summary>Asks it.</summary>
    public static async Task<IReadOnlyList<DoctorFact>> ReadAsync(DatabaseSession database, ToolProject project, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var pooled = await ProcessIdAsync(connection, cancellationToken).ConfigureAwait(false)
                != await ProcessIdAsync(connection, cancellationToken).ConfigureAwait(false);
            var facts = await ReadAsync(connection, project.Configuration.Schema, cancellationToken).ConfigureAwait(false);
            return pooled
                ? [.. facts, new("pooler", DoctorStatus.Failed, "a pooler in transaction mode is in between: connect to the server itself")]
                : facts;
        }
    }

    private static async Task<IReadOnlyList<DoctorFact>> ReadAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            """
            SELECT current_user::text, r.rolsuper, r.rolbypassrls,
                   coalesce(has_schema_privilege(n.oid, 'CREATE'), false), n.oid IS NOT NULL,
                   current_setting('server_encoding'),
                   extract(epoch FROM clock_timestamp())::float8,
                   (SELECT coalesce(string_agg(extname, ', ' ORDER BY extname), '') FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql'),
                   (SELECT coalesce(string_agg(d.datname, ' ' ORDER BY d.datname), '') FROM pg_catalog.pg_database d
                         WHERE starts_with(d.datname, $2)
                           AND d.datname < $2 || to_char(now() AT TIME ZONE 'UTC' - interval '1 hour', 'YYYYMMDDHH24MISS')
                           AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid))
            FROM pg_catalog.pg_roles r LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = $1
            WHERE r.rolname = current_user
            """, connection) { Parameters = { new() { Value = schema }, new() { Value = ScratchDatabase.NamePrefix } } };
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                var rights = row.GetBoolean(1) ? ", superuser" : row.GetBoolean(2) ? ", bypasses row security" : "";
                var skew = Math.Abs(row.GetDouble(6) - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000d);
                var extensions = row.GetString(7);
                var isKnown = connection.PostgreSqlVersion.Major <= DatabaseConnector.NewestMajor;
                return
                [
                    new(
                        "database",
                        isKnown ? DoctorStatus.Good : DoctorStatus.Warning,
                        $"PostgreSQL {connection.PostgreSqlVersion}{(isKnown ? "" : ", newer than this version knows")}, {row.GetString(5)}, as {row.GetString(0)}{rights}"),
                    new("extensions", DoctorStatus.Good, extensions.Length > 0 ? extensions : "none"),
                    row.GetBoolean(3)
                        ? new("rights", DoctorStatus.Good, $"may create in schema {schema}")
                        : new("rights", DoctorStatus.Warning, row.GetBoolean(4) ? $"may not create in schema {schema}" : $"there is no schema {schema}"),
                    new(
                        "clock",
                        skew > 60 ? DoctorStatus.Warning : DoctorStatus.Good,
                        skew > 60 ? FormattableString.Invariant($"{skew:0} s apart from the server's") : "agrees with the server's"),
                    .. row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name =>
                        new DoctorFact("scratch", DoctorStatus.Warning, $"a run that was killed left the database {name}: DROP DATABASE {name}")),
                ];
            }
        }
    }

    private static async Task<int> ProcessIdAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT pg_catalog.pg_backend_pid()", connection);
        await using (command.ConfigureAwait(false))
        {
            return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }
}
