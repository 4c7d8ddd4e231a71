using System.Diagnostics;
using System.Globalization;

namespace Hotline.Migrate.Bench.Measuring;

/// <summary>Runs programs one at a time and measures them.</summary>
internal static class MeasuredProcess
{
    // Set by the SDK for its children, and misleading for theirs.
    private static readonly string[] inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH", "CI", "DATABASE_URL", "HOTLINE_MIGRATE_URL"];

    /// <summary>Runs to the end.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message is what it said.</exception>
    public static async Task<Sample> RunAsync(Launch launch)
    {
        var start = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            WorkingDirectory = launch.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in launch.Variables)
        {
            start.Environment[name] = value;
        }

        var cpu = ChildTime.Milliseconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = WatchPeakAsync(process);
        await process.WaitForExitAsync();
        watch.Stop();
        return process.ExitCode == 0
            ? new Sample(watch.Elapsed.TotalMilliseconds, ChildTime.Milliseconds() - cpu, await peak)
            : throw new InvalidOperationException(
                $"{launch.Program} {string.Join(' ', launch.Arguments)} ended with {process.ExitCode}.\n{await output}\n{await error}");
    }

    // What getrusage calls the peak of a child begins with the size of the parent that it was forked from.
    private static async Task<double> WatchPeakAsync(Process process)
    {
        var peak = 0L;
        var status = $"/proc/{process.Id}/status";
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak(status));
            await Task.Delay(peak == 0 ? 1 : 4);
        }

        return peak / 1024.0;
    }

    private static long Peak(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
