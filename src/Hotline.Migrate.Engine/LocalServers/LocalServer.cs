using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>
/// A throw-away PostgreSQL server in a folder: for development, tests and trying things out. It listens on
/// 127.0.0.1 alone, has a random password, and trades the safety of its data for speed.
/// </summary>
/// <remarks>
/// Every method may be called by several processes at once. When root calls, the server runs as another user; where that
/// user cannot reach the folder, the data lies in the system's temporary folder and the given one only points to it.
/// </remarks>
public static class LocalServer
{
    private const int PortAttempts = 10;

    private static readonly TimeSpan answerTime = TimeSpan.FromSeconds(10);

    /// <summary>Starts the server of a folder, makes its cluster first if there is none, and does nothing if it runs.</summary>
    /// <exception cref="DiagnosticException">There are no binaries, or the server cannot be made or started.</exception>
    public static Task<RunningServer> StartAsync(
        string directory, LocalServerOptions options, CancellationToken cancellationToken) =>
        InFolderAsync(directory, (folder, ct) => StartHeldAsync(folder, options, ct), cancellationToken);

    /// <summary>Stops the server of a folder. False when it did not run.</summary>
    /// <exception cref="DiagnosticException">It runs on.</exception>
    public static async Task<bool> StopAsync(string directory, CancellationToken cancellationToken) =>
        Directory.Exists(directory)
        && await InFolderAsync(directory, StopHeldAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>Says what is in a folder.</summary>
    public static async Task<LocalServerStatus> StatusAsync(string directory, CancellationToken cancellationToken)
    {
        directory = Path.GetFullPath(directory);
        if (await ClusterFolder.ReadAsync(directory, cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return new LocalServerStatus(Exists: false, Server: null);
        }

        var server = await ServerProbe.FindAsync(state, ClusterFolder.DataOf(state), answerTime, cancellationToken).ConfigureAwait(false);
        return new LocalServerStatus(Exists: true, server);
    }

    /// <summary>Stops the server and starts it again with an empty cluster. Port and password stay, so that the URL does.</summary>
    /// <exception cref="DiagnosticException">It cannot be stopped, made or started.</exception>
    public static Task<RunningServer> ResetAsync(
        string directory, LocalServerOptions options, CancellationToken cancellationToken) =>
        InFolderAsync(
            directory,
            async (folder, ct) =>
            {
                await StopHeldAsync(folder, ct).ConfigureAwait(false);
                var former = await ClusterFolder.ReadAsync(folder, ct).ConfigureAwait(false);
                ClusterFolder.Delete(folder, former);
                return await CreateAndStartAsync(folder, options, former?.Password, former?.Port, ct).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Stops the server and removes its cluster.</summary>
    /// <exception cref="DiagnosticException">It cannot be stopped.</exception>
    public static async Task DeleteAsync(string directory, CancellationToken cancellationToken)
    {
        if (Directory.Exists(directory))
        {
            await InFolderAsync(
                directory,
                async (folder, ct) =>
                {
                    await StopHeldAsync(folder, ct).ConfigureAwait(false);
                    ClusterFolder.Delete(folder, await ClusterFolder.ReadAsync(folder, ct).ConfigureAwait(false));
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The binaries that a new server would use, or null when they would have to be brought, or cannot be.</summary>
    public static async Task<PostgresBinaries?> FindBinariesAsync(
        string directory, LocalServerOptions options, CancellationToken cancellationToken)
    {
        var account = await ServiceAccount.ForThisProcessAsync(cancellationToken).ConfigureAwait(false);
        return await BinaryLocator.FindAsync(options.Search(directory), options.Major, account, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RunningServer> StartHeldAsync(
        string directory, LocalServerOptions options, CancellationToken cancellationToken)
    {
        if (await ClusterFolder.ReadAsync(directory, cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return await CreateAndStartAsync(directory, options, password: null, port: null, cancellationToken).ConfigureAwait(false);
        }

        if (options.Major is { } major && major != state.Version.Major)
        {
            throw OtherVersion(directory, state.Version, major);
        }

        if (await ServerProbe.FindAsync(state, ClusterFolder.DataOf(state), answerTime, cancellationToken).ConfigureAwait(false) is { } running)
        {
            return running;
        }

        var account = await ServiceAccount.ForThisProcessAsync(cancellationToken).ConfigureAwait(false);
        if (!PostgresBinaries.AreIn(state.BinDirectory))
        {
            var binaries = await BinaryLocator.FindOrBringAsync(
                options.Search(directory), state.Version.Major, account, options.Progress, cancellationToken).ConfigureAwait(false);
            state = state with { BinDirectory = binaries.Directory, Version = binaries.Version };
        }

        return await RunAsync(directory, state, account, options, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RunningServer> CreateAndStartAsync(
        string directory, LocalServerOptions options, string? password, int? port, CancellationToken cancellationToken)
    {
        var account = await ServiceAccount.ForThisProcessAsync(cancellationToken).ConfigureAwait(false);
        var binaries = await BinaryLocator.FindOrBringAsync(
            options.Search(directory), options.Major, account, options.Progress, cancellationToken).ConfigureAwait(false);
        var state = new ServerState
        {
            ClusterDirectory = await ClusterFolder.ChooseAsync(directory, account, cancellationToken).ConfigureAwait(false),
            BinDirectory = binaries.Directory,
            Version = binaries.Version,
            Password = password ?? RandomNumberGenerator.GetHexString(32, lowercase: true),
            Port = port ?? 0,
        };

        options.Progress?.Report($"Creating a PostgreSQL {binaries.Version} cluster in {state.ClusterDirectory}");
        await new Cluster(state.ClusterDirectory, binaries, account).CreateAsync(state.Password, cancellationToken).ConfigureAwait(false);
        await state.WriteAsync(directory, cancellationToken).ConfigureAwait(false);
        return await RunAsync(directory, state, account, options, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RunningServer> RunAsync(
        string directory, ServerState state, ServiceAccount? account, LocalServerOptions options, CancellationToken cancellationToken)
    {
        var cluster = new Cluster(state.ClusterDirectory, state.Binaries, account);
        for (var attempt = 0; attempt < PortAttempts; attempt++)
        {
            state = state with { Port = FreePort(attempt == 0 ? state.Port : 0) };
            if (await cluster.StartAsync(state.Port, options.StartTimeout, cancellationToken).ConfigureAwait(false)
                && await ServerProbe.FindAsync(state, cluster.DataDirectory, options.StartTimeout, cancellationToken).ConfigureAwait(false) is { } server)
            {
                await state.WriteAsync(directory, cancellationToken).ConfigureAwait(false);
                return server;
            }
        }

        throw new IOException("No free port was found.");
    }

    private static async Task<bool> StopHeldAsync(string directory, CancellationToken cancellationToken)
    {
        if (await ClusterFolder.ReadAsync(directory, cancellationToken).ConfigureAwait(false) is not { } state
            || await PostmasterFile.ReadAsync(ClusterFolder.DataOf(state), cancellationToken).ConfigureAwait(false) is not { } postmaster
            || !postmaster.IsAlive())
        {
            return false;
        }

        var account = await ServiceAccount.ForThisProcessAsync(cancellationToken).ConfigureAwait(false);
        await new Cluster(state.ClusterDirectory, state.Binaries, account).StopAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static int FreePort(int wanted)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException) when (wanted != 0)
        {
            return FreePort(0);
        }
    }

    private static async Task<T> InFolderAsync<T>(
        string directory, Func<string, CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        directory = Path.GetFullPath(directory);
        try
        {
            Directory.CreateDirectory(directory);
            using var held = await DirectoryLock.AcquireAsync(directory, cancellationToken).ConfigureAwait(false);
            return await action(directory, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.ServerFolderUnusable,
                    Summary = $"The folder of the local PostgreSQL server cannot be used: {directory}",
                    Why = exception.Message,
                    NextActions = ["Look at who owns the folder, or remove it."],
                },
                exception);
        }
    }

    private static DiagnosticException OtherVersion(string directory, Version version, int major) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ClusterOfOtherVersion,
            Summary = FormattableString.Invariant($"The cluster in {directory} is PostgreSQL {version.Major}'s, not {major}'s."),
            NextActions = ["Start over with an empty cluster: dotnet hotline-migrate dev-db reset"],
        });
}
