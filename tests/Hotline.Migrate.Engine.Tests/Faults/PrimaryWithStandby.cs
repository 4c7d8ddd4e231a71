using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>A server of a test's own, and another one that replays its log.</summary>
internal sealed class PrimaryWithStandby(OwnServer primary) : IAsyncDisposable
{
    private string? standbyData;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Connections to the server that is written to.</summary>
    public NpgsqlDataSource Primary { get; } = NpgsqlDataSource.Create(primary.ConnectionString);

    /// <summary>Connections to the one that follows.</summary>
    public NpgsqlDataSource Standby { get; private set; } = null!;

    /// <summary>Makes and starts both. Skips the test where there are no binaries.</summary>
    public static async Task<PrimaryWithStandby> StartAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The standby's files are copied by cp.");
        var servers = new PrimaryWithStandby(await OwnServer.StartAsync("standby"));
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
            await primary.PgCtlAsync(standbyData, "stop", "--mode=immediate", "--silent");
            Directory.Delete(standbyData, recursive: true);
        }

        await Primary.DisposeAsync();
        await primary.DisposeAsync();
    }

    // The files of a stopped server are a backup.
    private async Task StartStandbyAsync()
    {
        await primary.StopAsync();
        standbyData = primary.DataDirectory.TrimEnd('/') + "-standby";
        await primary.RunAsync(new ProcessCommand("cp", "-a", primary.DataDirectory, standbyData));
        await primary.StartAgainAsync();
        var port = FreePort();
        var builder = new NpgsqlConnectionStringBuilder(primary.ConnectionString);
        await primary.RunAsync(new ProcessCommand(
            "sh",
            "-c",
            string.Create(CultureInfo.InvariantCulture, $"""
            touch '{standbyData}/standby.signal' && cat >> '{standbyData}/postgresql.auto.conf' <<'END'
            primary_conninfo = 'host=127.0.0.1 port={builder.Port} user={builder.Username} password={builder.Password} application_name=replica'
            wal_receiver_status_interval = 1s
            END
            """)));
        await primary.PgCtlAsync(standbyData, "start", "--silent", "--wait", "--log=/dev/null", string.Create(CultureInfo.InvariantCulture, $"--options=-p {port}"));
        Standby = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(primary.ConnectionString) { Port = port });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
