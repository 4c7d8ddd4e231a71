using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>A server of a test's own, and another one that replays its log.</summary>
internal sealed class PrimaryWithStandby : IAsyncDisposable
{
    private readonly TestDirectory directory = new("standby");
    private readonly LocalServerOptions options = new()
    {
        Major = Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_MAJOR") is { Length: > 0 } major ? int.Parse(major, CultureInfo.InvariantCulture) : null,
    };

    private PostgresBinaries? binaries;
    private ServiceAccount? account;
    private RunningServer? running;
    private string? standbyData;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Folder => directory["pg"];

    /// <summary>Connections to the server that is written to.</summary>
    public NpgsqlDataSource Primary { get; private set; } = null!;

    /// <summary>Connections to the one that follows.</summary>
    public NpgsqlDataSource Standby { get; private set; } = null!;

    /// <summary>Makes and starts both. Skips the test where there are no binaries.</summary>
    public static async Task<PrimaryWithStandby> StartAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The standby's files are copied by cp.");
        var servers = new PrimaryWithStandby();
        servers.binaries = await LocalServer.FindBinariesAsync(servers.Folder, servers.options, CancellationToken);
        if (servers.binaries is null)
        {
            await servers.DisposeAsync();
            Assert.Skip("There are no PostgreSQL binaries here.");
        }

        servers.account = await ServiceAccount.ForThisProcessAsync(CancellationToken);
        servers.running = await LocalServer.StartAsync(servers.Folder, servers.options, CancellationToken);
        servers.Primary = NpgsqlDataSource.Create(servers.running.ConnectionString);
        await servers.StartStandbyAsync();
        await servers.UntilAsync("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'");
        return servers;
    }

    public static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken);
    }

    public async Task UntilAsync(string count)
    {
        while (true)
        {
            await using var command = Primary.CreateCommand(count);
            if ((long)(await command.ExecuteScalarAsync(CancellationToken))! > 0)
            {
                return;
            }

            await Task.Delay(50, CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (standbyData is not null)
        {
            await Standby.DisposeAsync();
            await PgCtlAsync("stop", "--mode=immediate", "--silent");
            Directory.Delete(standbyData, recursive: true);
        }

        if (Primary is not null)
        {
            await Primary.DisposeAsync();
        }

        await LocalServer.DeleteAsync(Folder, CancellationToken.None);
        directory.Dispose();
    }

    // The files of a stopped server are a backup.
    private async Task StartStandbyAsync()
    {
        await LocalServer.StopAsync(Folder, CancellationToken);
        var data = running!.DataDirectory;
        standbyData = data.TrimEnd('/') + "-standby";
        await RunAsync(new ProcessCommand("cp", "-a", data, standbyData));
        running = await LocalServer.StartAsync(Folder, options, CancellationToken);
        var port = FreePort();
        var builder = new NpgsqlConnectionStringBuilder(running.ConnectionString);
        await RunAsync(new ProcessCommand(
            "sh",
            "-c",
            string.Create(CultureInfo.InvariantCulture, $"""
            touch '{standbyData}/standby.signal' && cat >> '{standbyData}/postgresql.auto.conf' <<'END'
            primary_conninfo = 'host=127.0.0.1 port={builder.Port} user={builder.Username} password={builder.Password} application_name=replica'
            wal_receiver_status_interval = 1s
            END
            """)));
        await PgCtlAsync("start", "--silent", "--wait", "--log=/dev/null", string.Create(CultureInfo.InvariantCulture, $"--options=-p {port}"));
        Standby = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(running.ConnectionString) { Port = port });
    }

    private Task PgCtlAsync(params string[] arguments) => RunAsync(new ProcessCommand(binaries!.PgCtl, arguments)
    {
        CaptureOutput = false,
        Variables = new Dictionary<string, string?> { ["PGDATA"] = standbyData },
    });

    private async Task RunAsync(ProcessCommand command)
    {
        command = command with { WorkingDirectory = "/" };
        var result = await ProcessRunner.RunAsync(account?.As(command) ?? command, CancellationToken.None);
        Assert.True(result.Succeeded, result.Text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
