using System.Globalization;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>A cluster's files and the programs that work on them.</summary>
/// <param name="directory">The folder for the data and the log; it belongs to the account that the server runs as.</param>
/// <param name="binaries">The programs.</param>
/// <param name="account">The account to run them as, or null for this process's own.</param>
internal sealed class Cluster(string directory, PostgresBinaries binaries, ServiceAccount? account)
{
    // Safety of the data is given up for speed: the cluster is a throw-away. Compiling a query takes longer than looking at a schema or
    // a developer's few rows. Times are shown alike everywhere.
    private const string Settings = """

        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'

        """;

    public string DataDirectory { get; } = Path.Combine(directory, "data");

    private string Log => Path.Combine(directory, "server.log");

    /// <summary>Creates the cluster with a superuser that has a password. What the folder held before is lost.</summary>
    /// <exception cref="DiagnosticException">initdb failed.</exception>
    public async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
        var passwordFile = Path.Combine(directory, "password");
        await WritePrivateAsync(passwordFile, password, cancellationToken).ConfigureAwait(false);
        await TakeOverAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await InitDbAsync(OperatingSystem.IsLinux() ? "C.UTF-8" : "C", passwordFile, cancellationToken).ConfigureAwait(false);
            if (result.Text.Contains("invalid locale name", StringComparison.Ordinal))
            {
                result = await InitDbAsync("C", passwordFile, cancellationToken).ConfigureAwait(false);
            }

            if (!result.Succeeded)
            {
                throw Failure(DiagnosticCodes.ClusterNotCreated, "The local PostgreSQL cluster could not be created.", result.Text);
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }

        await File.AppendAllTextAsync(Path.Combine(DataDirectory, "postgresql.conf"), Settings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the server. False when the port was taken in the meantime.</summary>
    /// <exception cref="DiagnosticException">It did not start for another reason.</exception>
    public async Task<bool> StartAsync(int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        File.Delete(Log);
        File.Delete(PostmasterFile.PathIn(DataDirectory));
        await TakeOverAsync(cancellationToken).ConfigureAwait(false);
        var result = await RunAsync(
            binaries.PgCtl,
            captureOutput: !OperatingSystem.IsWindows(), // there the server inherits the pipes
            cancellationToken,
            "start",
            "--silent",
            "--wait",
            string.Create(CultureInfo.InvariantCulture, $"--timeout={timeout.TotalSeconds:0}"),
            "--log=server.log",
            string.Create(CultureInfo.InvariantCulture, $"--options=-p {port}")).ConfigureAwait(false);
        if (result.Succeeded)
        {
            return true;
        }

        var log = File.Exists(Log) ? await File.ReadAllTextAsync(Log, cancellationToken).ConfigureAwait(false) : "";
        return log.Contains("could not bind", StringComparison.Ordinal)
            ? false
            : throw Failure(
                DiagnosticCodes.LocalServerNotStarted,
                "The local PostgreSQL server did not start.",
                string.Join('\n', log.Trim().Split('\n').TakeLast(10)));
    }

    /// <summary>Stops the server, if it runs.</summary>
    /// <exception cref="DiagnosticException">It runs on.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ProcessResult? result = null;
        foreach (var mode in new[] { "fast", "immediate" })
        {
            if (await PostmasterFile.ReadAsync(DataDirectory, cancellationToken).ConfigureAwait(false) is not { } running || !running.IsAlive())
            {
                return;
            }

            result = await RunAsync(
                binaries.PgCtl, captureOutput: true, cancellationToken, "stop", "--wait", "--timeout=30", $"--mode={mode}").ConfigureAwait(false);
            if (result.Succeeded)
            {
                return;
            }
        }

        throw Failure(DiagnosticCodes.LocalServerNotStopped, "The local PostgreSQL server did not stop.", result!.Text);
    }

    private Task<ProcessResult> InitDbAsync(string locale, string passwordFile, CancellationToken cancellationToken) => RunAsync(
        binaries.InitDb,
        captureOutput: true,
        cancellationToken,
        $"--username={RunningServer.User}",
        $"--pwfile={passwordFile}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        $"--locale={locale}",
        "--no-sync");

    // The data folder goes by variable: pg_ctl would put it into a text for the shell, and a path can hold anything.
    private Task<ProcessResult> RunAsync(
        string program, bool captureOutput, CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        var command = new ProcessCommand(program, arguments)
        {
            WorkingDirectory = directory,
            CaptureOutput = captureOutput,
            Variables = new Dictionary<string, string?>
            {
                ["PGDATA"] = DataDirectory,
                ["LC_ALL"] = "C",
                ["PGPORT"] = null,
                ["PGHOST"] = null,
                ["PGOPTIONS"] = null,
            },
        };
        return ProcessRunner.RunAsync(account?.As(command) ?? command, cancellationToken);
    }

    private Task TakeOverAsync(CancellationToken cancellationToken) =>
        account?.TakeOverAsync(directory, cancellationToken) ?? Task.CompletedTask;

    private static async Task WritePrivateAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var writer = new StreamWriter(path, options);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteLineAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private DiagnosticException Failure(string code, string summary, string why) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = code,
            Summary = summary,
            Why = why.Length == 0 ? null : why,
            NextActions = [$"Look at {Log}.", "Or start over with an empty cluster: dotnet hotline-migrate dev-db reset"],
        });
}
