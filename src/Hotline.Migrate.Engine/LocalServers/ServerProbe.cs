using System.Diagnostics;
using Npgsql;

namespace Hotline.Migrate.LocalServers;

/// <summary>Asks a server whether it is the one that is meant.</summary>
internal static class ServerProbe
{
    /// <summary>The server of a data folder, if it runs and answers within the time; else null.</summary>
    public static async Task<RunningServer?> FindAsync(
        ServerState state, string dataDirectory, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (await PostmasterFile.ReadAsync(dataDirectory, cancellationToken).ConfigureAwait(false) is { } postmaster
            && postmaster.IsAlive())
        {
            if (await AskAsync(state, postmaster.Port, dataDirectory, cancellationToken).ConfigureAwait(false) is { } server)
            {
                return server;
            }

            if (waited.Elapsed > timeout)
            {
                return null;
            }

            await Task.Delay(50, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private static async Task<RunningServer?> AskAsync(
        ServerState state, int port, string dataDirectory, CancellationToken cancellationToken)
    {
        var server = new RunningServer
        {
            Port = port,
            Password = state.Password,
            Version = state.Version,
            DataDirectory = dataDirectory,
        };
        var text = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false, Timeout = 5, CommandTimeout = 5 };
        try
        {
            var connection = new NpgsqlConnection(text.ConnectionString);
            await using (connection.ConfigureAwait(false))
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                return server with { Version = connection.PostgreSqlVersion };
            }
        }
        catch (NpgsqlException)
        {
            // Starting up, shutting down, or another cluster that has the port now: its password differs.
            return null;
        }
    }
}
