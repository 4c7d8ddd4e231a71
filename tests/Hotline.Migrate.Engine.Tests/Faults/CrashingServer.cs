using System.Globalization;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>A server of a test's own, to be crashed.</summary>
internal sealed class CrashingServer(OwnServer server) : IAsyncDisposable
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Connections to it that are made anew each time.</summary>
    public NpgsqlDataSource DataSource { get; } =
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });

    /// <summary>Makes and starts it. Skips the test where there are no binaries.</summary>
    public static async Task<CrashingServer> StartAsync()
    {
        var server = new CrashingServer(await OwnServer.StartAsync("crashing server"));

        // A local server trades this for speed; what is committed shall be there behind a crash.
        await server.ExecuteAsync("ALTER SYSTEM SET synchronous_commit = on");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        return server;
    }

    /// <summary>Kills the process of a session, whereupon the server ends all of them and recovers.</summary>
    public async Task KillSessionAsync()
    {
        await using (var victim = await DataSource.OpenConnectionAsync(CancellationToken))
        await using (var witness = await DataSource.OpenConnectionAsync(CancellationToken))
        {
            await server.PgCtlAsync(server.DataDirectory, "kill", "KILL", victim.ProcessID.ToString(CultureInfo.InvariantCulture));

            // Until it has noticed, the server answers as before.
            await using var wait = new NpgsqlCommand("SELECT pg_sleep(60)", witness) { CommandTimeout = 0 };
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => wait.ExecuteNonQueryAsync(CancellationToken));
        }

        await UntilItAnswersAsync();
    }

    /// <summary>Stops the server as if the machine went off, and starts it again.</summary>
    public async Task CrashAsync()
    {
        await server.PgCtlAsync(server.DataDirectory, "stop", "--mode=immediate", "--silent");
        await server.StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken);
    }

    private async Task UntilItAnswersAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 2000)
            {
                await Task.Delay(20, CancellationToken);
            }
        }
    }
}
