using System.Diagnostics;
using System.Text;

namespace Hotline.Migrate.Tool.Tests.Infrastructure;

/// <summary>Starts the built tool as a process, in a folder and with an environment of the test's own.</summary>
internal sealed class ToolRunner(string directory)
{
    private static readonly string[] inherited = ["PATH", "DOTNET_ROOT", "TMPDIR", "TEMP", "TMP", "SystemRoot", "NUGET_PACKAGES", "DOTNET_CLI_HOME"];

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

    /// <summary>Runs the tool at a terminal where somebody types <paramref name="lines"/>; stdout and stderr come as one text.</summary>
    public async Task<ToolResult> RunAtTerminalAsync(string lines, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no program 'script', which brings a terminal.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var command = string.Join(' ', new[] { "dotnet", Program }.Concat(arguments).Select(a => $"'{a}'"));
        using var process = Start("script", ["--quiet", "--return", "--command", command, "/dev/null"]);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(lines.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ToolResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), "");
    }

    /// <summary>Starts the tool; the caller reads and ends it.</summary>
    public Process Start(params string[] arguments) => Start("dotnet", [Program, .. arguments]);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "dotnet-hotline-migrate.dll");

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var kept = inherited.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach (var (name, value) in kept.Concat(Environment.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value))))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
