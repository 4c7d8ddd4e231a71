using System.ComponentModel;
using System.Diagnostics;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Programs;

/// <summary>Starts other programs: <c>dotnet</c>, an editor.</summary>
internal static class ProgramRunner
{
    /// <summary>Runs a program with closed input, and gives what it prints.</summary>
    /// <exception cref="DiagnosticException">It cannot be started.</exception>
    public static async Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, string directory, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await EndAsync(process, cancellationToken).ConfigureAwait(false);
        return new ProgramResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }

    /// <summary>Runs a program on the terminal of the tool.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="DiagnosticException">It cannot be started.</exception>
    public static async Task<int> RunAttachedAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo(program, arguments));
        await EndAsync(process, cancellationToken).ConfigureAwait(false);
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic { Code = DiagnosticCodes.ProgramFailed, Summary = $"{start.FileName} cannot be started.", Why = e.Message },
                e);
        }
    }

    private static async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
