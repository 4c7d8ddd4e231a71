using System.Globalization;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.Scratch;

/// <summary>Copies a database on its server, which PostgreSQL does only while nobody is connected to it.</summary>
internal static class DatabaseClone
{
    private const int Looks = 10;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes the copy; tells why when it was not made.</summary>
    public static async Task<(bool Made, string Reason)> TryCreateAsync(
        ConnectionSettings source, string name, CancellationToken cancellationToken, CopyLimit? limit = null)
    {
        NpgsqlDataSource server;
        try
        {
            server = await OpenServerAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException refusal)
        {
            return (false, refusal.Diagnostics[0].Summary);
        }

        await using (server.ConfigureAwait(false))
        {
            var size = limit is null ? 0 : await SizeAsync(server, source.Database, cancellationToken).ConfigureAwait(false);
            if (limit is not null && size > limit.Bytes)
            {
                return (false, $"it has {Sizes.Text(size)}, more than {Sizes.Text(limit.Bytes)} ({limit.WayOut})");
            }

            var users = 0L;
            for (var look = 0; look < Looks; look++)
            {
                // A session that was closed a moment ago is still there for another.
                users = await UsersAsync(server, source.Database, cancellationToken).ConfigureAwait(false);
                if (users == 0)
                {
                    break;
                }

                await Task.Delay(Between, cancellationToken).ConfigureAwait(false);
            }

            if (users > 0)
            {
                return (false, string.Create(CultureInfo.InvariantCulture, $"{users} other {(users == 1 ? "session uses" : "sessions use")} it"));
            }

            try
            {
                await ExecuteAsync(server, $"CREATE DATABASE {Quote(name)} TEMPLATE {Quote(source.Database)}", cancellationToken).ConfigureAwait(false);
                return (true, "");
            }
            catch (PostgresException e)
            {
                return (false, e.MessageText);
            }
        }
    }

    /// <summary>The size of a database.</summary>
    public static async Task<long> SizeAsync(ConnectionSettings source, string name, CancellationToken cancellationToken)
    {
        var server = await OpenServerAsync(source, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            return await SizeAsync(server, name, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<long> SizeAsync(NpgsqlDataSource server, string name, CancellationToken cancellationToken) =>
        ScalarAsync(server, "SELECT pg_catalog.pg_database_size($1::pg_catalog.name)", name, cancellationToken);

    /// <summary>The name as SQL.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Not from the database itself: the connection would be one of those that use it.
    private static Task<NpgsqlDataSource> OpenServerAsync(ConnectionSettings source, CancellationToken cancellationToken) =>
        DatabaseConnector.OpenAsync(source.WithDatabase(source.Database == "postgres" ? "template1" : "postgres"), cancellationToken);

    private static Task<long> UsersAsync(NpgsqlDataSource server, string database, CancellationToken cancellationToken) => ScalarAsync(
        server,
        "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = $1 AND backend_type IS DISTINCT FROM 'autovacuum worker'",
        database,
        cancellationToken);

    private static async Task<long> ScalarAsync(NpgsqlDataSource server, string sql, string parameter, CancellationToken cancellationToken)
    {
        var command = server.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql, CancellationToken cancellationToken)
    {
        var command = server.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
