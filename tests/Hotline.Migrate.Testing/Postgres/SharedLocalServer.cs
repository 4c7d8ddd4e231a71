using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Testing;

/// <summary>One local server for all test processes of a checkout: the first one starts it, the last one stops it.</summary>
/// <remarks>
/// Each process keeps a lease file locked. The system unlocks it when the process is killed, so the count is always right;
/// databases that killed processes left go when the next run begins.
/// </remarks>
internal sealed class SharedLocalServer : IServerSource
{
    private readonly string directory;
    private readonly FileStream lease;

    private SharedLocalServer(string directory, FileStream lease, RunningServer server)
    {
        this.directory = directory;
        this.lease = lease;
        ConnectionString = server.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Starts or joins the server. Null when there are no binaries and Docker is the way.</summary>
    public static async Task<SharedLocalServer?> FindAsync(CancellationToken cancellationToken)
    {
        var major = Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_MAJOR") is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : (int?)null;
        var directory = Path.Combine(Parent(), Name(major));
        Directory.CreateDirectory(Path.Combine(directory, "leases"));
        using var held = await DirectoryLock.AcquireAsync(Path.Combine(directory, "leases"), cancellationToken);
        var others = OtherLeases(directory);
        var lease = new FileStream(
            Path.Combine(directory, "leases", $"{Guid.NewGuid():N}.lease"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            var server = await LocalServer.StartAsync(directory, new LocalServerOptions { Major = major }, cancellationToken);
            if (!others)
            {
                await DropLeftoversAsync(server.ConnectionString, cancellationToken);
            }

            return new SharedLocalServer(directory, lease, server);
        }
        catch (DiagnosticException exception)
        {
            await lease.DisposeAsync();
            return exception.Diagnostics[0].Code == DiagnosticCodes.NoPostgresBinaries && ContainerServer.IsPossible()
                ? null
                : throw new ServerUnavailableException(Text(exception.Diagnostics[0]));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var held = await DirectoryLock.AcquireAsync(Path.Combine(directory, "leases"), CancellationToken.None);
        await lease.DisposeAsync();
        if (!OtherLeases(directory))
        {
            await LocalServer.StopAsync(directory, CancellationToken.None);
        }
    }

    // Making and dropping databases by the hundred is mostly making and dropping files, which is cheapest in memory.
    private static string Parent()
    {
        const string memory = "/dev/shm";
        const long room = 4L << 30;
        return OperatingSystem.IsLinux() && Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > room ? memory : Path.GetTempPath();
    }

    private static string Name(int? major)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.UserName + RepositoryRoot.Path)))[..12];
        return string.Create(CultureInfo.InvariantCulture, $"hotline-migrate-tests-{hash}{(major is null ? "" : $"-{major}")}");
    }

    private static bool OtherLeases(string directory)
    {
        var any = false;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(directory, "leases"), "*.lease"))
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
                {
                }

                File.Delete(path);
            }
            catch (FileNotFoundException)
            {
            }
            catch (IOException)
            {
                any = true;
            }
        }

        return any;
    }

    private static async Task DropLeftoversAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var names = new List<string>();
        await using (var command = source.CreateCommand("SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await PostgresServer.ExecuteAsync(
                source, $"DROP DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" WITH (FORCE)", cancellationToken);
        }
    }

    private static string Text(Diagnostic diagnostic) =>
        string.Join('\n', [$"{diagnostic.Code}: {diagnostic.Summary}", diagnostic.Why ?? "", .. diagnostic.NextActions]);
}
