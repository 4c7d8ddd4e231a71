using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>The user that PostgreSQL runs as when this process is root's: PostgreSQL refuses to run as root.</summary>
internal sealed record ServiceAccount(string Name, string UserId, string GroupId, ServiceAccountSwitch Switch)
{
    // The account of a Debian or container installation first; nobody is everywhere.
    private static readonly string[] candidates = ["postgres", "nobody"];

    /// <summary>The account to use, or null when this process is not root's and needs none.</summary>
    /// <exception cref="DiagnosticException">This process is root's and cannot become anybody else.</exception>
    public static async Task<ServiceAccount?> ForThisProcessAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var users = File.Exists("/etc/passwd")
            ? await File.ReadAllLinesAsync("/etc/passwd", cancellationToken).ConfigureAwait(false)
            : [];
        foreach (var name in candidates)
        {
            if (users.Select(u => u.Split(':')).FirstOrDefault(u => u.Length > 3 && u[0] == name && u[2] != "0") is not { } user)
            {
                continue;
            }

            foreach (var way in Enum.GetValues<ServiceAccountSwitch>())
            {
                var account = new ServiceAccount(name, user[2], user[3], way);
                if (await account.ReachesAsync("/", cancellationToken).ConfigureAwait(false))
                {
                    return account;
                }
            }
        }

        throw new DiagnosticException(
            FailureKind.Usage,
            new Diagnostic
            {
                Code = DiagnosticCodes.NoUnprivilegedAccount,
                Summary = "PostgreSQL does not run as root, and this process cannot start it as another user.",
                Why = "Tried the users postgres and nobody by setpriv, runuser and su.",
                NextActions = ["Run the command as a user that is not root."],
            });
    }

    /// <summary>Whether the account can go into a folder: it may lie in one that only root may enter.</summary>
    public async Task<bool> ReachesAsync(string directory, CancellationToken cancellationToken)
    {
        var test = As(new ProcessCommand("test", "-d", Path.Combine(directory, ".")) { WorkingDirectory = "/" });
        return (await ProcessRunner.RunAsync(test, cancellationToken).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>Gives a folder and all in it to the account.</summary>
    public async Task TakeOverAsync(string directory, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(
            new ProcessCommand("chown", "-R", "-h", $"{UserId}:{GroupId}", directory), cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            throw new IOException($"{directory} cannot be given to the user {Name}: {result.Text}");
        }
    }

    /// <summary>The same command, run as the account.</summary>
    public ProcessCommand As(ProcessCommand command) => Switch switch
    {
        ServiceAccountSwitch.SetPriv => command with
        {
            Program = "setpriv",
            Arguments =
            [
                $"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups", "--", command.Program, .. command.Arguments,
            ],
        },
        ServiceAccountSwitch.RunUser => command with
        {
            Program = "runuser",
            Arguments = ["-u", Name, "--", command.Program, .. command.Arguments],
        },
        // The variants of su agree on nothing but one text for the shell.
        _ => command with
        {
            Program = "su",
            Arguments = ["-s", "/bin/sh", "-c", "exec " + string.Join(' ', command.Arguments.Prepend(command.Program).Select(Quote)), Name],
        },
    };

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
