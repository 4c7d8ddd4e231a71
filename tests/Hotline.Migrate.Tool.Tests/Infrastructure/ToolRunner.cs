using System.Diagnostics;
using System.Text;

namespace Hotline.Migrate.Tool.Tests.Infrastructure;

/// <summary>Starts the built tool as a process, in a folder and with an environment of the test's own.</summary>
internal sealed class ToolRunner(string directory)
{
    private static readonly string[] _inherited = ["PATH", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot", "NUGET_PACKAGES", "DOTNET_CLI_HOME"];

    /// <summary>The environment beside what a process needs to start at all.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["LC_ALL"] = "C.UTF-8",
        ["HOME"] = directory,
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs the tool to its end with stdin closed.</summary>
    public async Task<ToolResult> RunAsync(params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ToolResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the tool; the caller reads and ends it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dotnet-hotline-migrate.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var kept = _inherited.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach (var (name, value) in kept.Concat(Environment.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value))))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
