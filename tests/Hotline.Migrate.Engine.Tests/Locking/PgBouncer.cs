using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hotline.Migrate.Engine.Tests.Locking;

/// <summary>A PgBouncer in front of a test's database; skips the test where it is not installed.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private PgBouncer(Process process, DirectoryInfo folder, NpgsqlDataSource dataSource)
    {
        this.process = process;
        this.folder = folder;
        DataSource = dataSource;
    }

    public NpgsqlDataSource DataSource { get; }

    public static async Task<PgBouncer> StartAsync(TestDatabase database, string poolMode, CancellationToken cancellationToken, bool roundRobin = false)
    {
        var program = Array.Find(Places, File.Exists);
        if (program is null)
        {
            Assert.Skip("PgBouncer is not installed (Debian: apt-get install pgbouncer).");
        }

        var target = database.Builder;
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("pgbouncer");
        File.WriteAllText(Path.Combine(folder.FullName, "users.txt"), $"\"{target.Username}\" \"{target.Password}\"\n");
        var configuration = Path.Combine(folder.FullName, "pgbouncer.ini");
        File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture,
            $"""
            [databases]
            * = host={target.Host} port={target.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = trust
            auth_file = {folder.FullName}/users.txt
            pool_mode = {poolMode}
            server_round_robin = {(roundRobin ? 1 : 0)}
            {(Environment.UserName == "root" ? "user = nobody" : "")}
            """));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in new[] { folder.FullName, configuration, Path.Combine(folder.FullName, "users.txt") })
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }
        }

        var process = Process.Start(new ProcessStartInfo(program, ["--quiet", configuration]) { RedirectStandardError = true })!;
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1", Port = port, Pooling = false,
        });
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return new PgBouncer(process, folder, source);
            }
            catch (NpgsqlException) when (attempt < 50 && !process.HasExited)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
