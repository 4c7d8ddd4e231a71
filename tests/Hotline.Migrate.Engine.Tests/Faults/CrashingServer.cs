using System.Globalization;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>A server of a test's own, to be crashed.</summary>
internal sealed class CrashingServer : IAsyncDisposable
{
    private readonly TestDirectory directory = new("crashing server");
    private readonly LocalServerOptions options = new()
    {
        Major = Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_MAJOR") is { Length: > 0 } major ? int.Parse(major, CultureInfo.InvariantCulture) : null,
    };

    private PostgresBinaries? binaries;
    private ServiceAccount? account;
    private RunningServer? running;
    private NpgsqlDataSource? source;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Folder => directory["pg"];

    /// <summary>Connections to it that are made anew each time.</summary>
    public NpgsqlDataSource DataSource => source!;

    /// <summary>Makes and starts it. Skips the test where there are no binaries.</summary>
    public static async Task<CrashingServer> StartAsync()
    {
        var server = new CrashingServer();
        server.binaries = await LocalServer.FindBinariesAsync(server.Folder, server.options, CancellationToken);
        if (server.binaries is null)
        {
            await server.DisposeAsync();
            Assert.Skip("There are no PostgreSQL binaries here.");
        }

        server.account = await ServiceAccount.ForThisProcessAsync(CancellationToken);
        await server.StartAgainAsync();
        server.source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.running!.ConnectionString) { Pooling = false });

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
            await PgCtlAsync("kill", "KILL", victim.ProcessID.ToString(CultureInfo.InvariantCulture));

            // Until it has noticed, the server answers as before.
            await using var wait = new NpgsqlCommand("SELECT pg_sleep(60)", witness) { CommandTimeout = 0 };
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => wait.ExecuteNonQueryAsync(CancellationToken));
        }

        await UntilItAnswersAsync();
    }

    /// <summary>Stops the server as if the machine went off, and starts it again.</summary>
    public async Task CrashAsync()
    {
        await PgCtlAsync("stop", "--mode=immediate", "--silent");
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
        }

        await LocalServer.DeleteAsync(Folder, CancellationToken.None);
        directory.Dispose();
    }

    private async Task StartAgainAsync() => running = await LocalServer.StartAsync(Folder, options, CancellationToken);

    private async Task PgCtlAsync(params string[] arguments)
    {
        var command = new ProcessCommand(binaries!.PgCtl, arguments)
        {
            WorkingDirectory = Path.GetPathRoot(Folder),
            Variables = new Dictionary<string, string?> { ["PGDATA"] = running!.DataDirectory },
        };
        await ProcessRunner.RunAsync(account?.As(command) ?? command, CancellationToken);
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
