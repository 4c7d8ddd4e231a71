using System.Globalization;
using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Engine.Tests.Faults;

/// <summary>A server of a test's own, with which it may do what it wants.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly TestDirectory directory;
    private readonly LocalServerOptions options = new()
    {
        Major = Environment.GetEnvironmentVariable("HOTLINE_MIGRATE_TEST_MAJOR") is { Length: > 0 } major ? int.Parse(major, CultureInfo.InvariantCulture) : null,
    };

    private PostgresBinaries? binaries;
    private ServiceAccount? account;
    private RunningServer? running;

    private OwnServer(string name) => directory = new(name);

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Folder => directory["pg"];

    /// <summary>How to connect to it since it was started last.</summary>
    public string ConnectionString => running!.ConnectionString;

    /// <summary>Where its files are.</summary>
    public string DataDirectory => running!.DataDirectory;

    /// <summary>Makes and starts it. Skips the test where there are no binaries.</summary>
    public static async Task<OwnServer> StartAsync(string name)
    {
        var server = new OwnServer(name);
        server.binaries = await LocalServer.FindBinariesAsync(server.Folder, server.options, CancellationToken);
        if (server.binaries is null)
        {
            await server.DisposeAsync();
            Assert.Skip("There are no PostgreSQL binaries here.");
        }

        server.account = await ServiceAccount.ForThisProcessAsync(CancellationToken);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it, stopped or crashed.</summary>
    public async Task StartAgainAsync() => running = await LocalServer.StartAsync(Folder, options, CancellationToken);

    /// <summary>Stops it in good order.</summary>
    public Task StopAsync() => LocalServer.StopAsync(Folder, CancellationToken);

    /// <summary>Runs <c>pg_ctl</c> for it, or for another server by its files.</summary>
    public Task PgCtlAsync(string dataDirectory, params string[] arguments) => RunAsync(new ProcessCommand(binaries!.PgCtl, arguments)
    {
        CaptureOutput = false,
        Variables = new Dictionary<string, string?> { ["PGDATA"] = dataDirectory },
    });

    /// <summary>Runs a program as the user that servers run as.</summary>
    public async Task RunAsync(ProcessCommand command)
    {
        command = command with { WorkingDirectory = Path.GetPathRoot(Folder) };
        var result = await ProcessRunner.RunAsync(account?.As(command) ?? command, CancellationToken.None);
        Assert.True(result.Succeeded, result.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await LocalServer.DeleteAsync(Folder, CancellationToken.None);
        directory.Dispose();
    }
}
