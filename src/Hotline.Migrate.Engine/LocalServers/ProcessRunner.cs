using System.ComponentModel;
using System.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>Runs programs to their end.</summary>
internal static class ProcessRunner
{
    /// <summary>The exit code that a shell gives for a program it cannot start.</summary>
    public const int NotStarted = 127;

    private const int TextFileBusy = 26;

    /// <summary>Runs a program and waits for it. A program that cannot be started gives <see cref="NotStarted"/>.</summary>
    public static async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(command) };
        try
        {
            await StartAsync(process, cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception exception)
        {
            return new ProcessResult(NotStarted, "", $"{command.Program}: {exception.Message}");
        }

        process.StandardInput.Close();
        try
        {
            var output = command.CaptureOutput ? process.StandardOutput.ReadToEndAsync(cancellationToken) : Task.FromResult("");
            var errors = command.CaptureOutput ? process.StandardError.ReadToEndAsync(cancellationToken) : Task.FromResult("");
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return new ProcessResult(
                process.ExitCode,
                await output.ConfigureAwait(false),
                await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // A program that was written a moment ago is busy while another thread's new process still holds its file, inherited for an instant.
    private static async Task StartAsync(Process process, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                process.Start();
                return;
            }
            catch (Win32Exception exception) when (exception.NativeErrorCode == TextFileBusy && attempt < 10 && !OperatingSystem.IsWindows())
            {
                await Task.Delay(20 * attempt, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ProcessStartInfo StartInfo(ProcessCommand command)
    {
        var info = new ProcessStartInfo(command.Program, command.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = command.CaptureOutput,
            RedirectStandardError = command.CaptureOutput,
            WorkingDirectory = command.WorkingDirectory ?? "",
        };
        foreach (var (name, value) in command.Variables)
        {
            if (value is null)
            {
                info.Environment.Remove(name);
            }
            else
            {
                info.Environment[name] = value;
            }
        }

        return info;
    }
}
