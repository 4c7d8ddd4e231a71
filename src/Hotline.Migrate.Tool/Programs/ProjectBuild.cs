using System.Diagnostics;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Tool.Printing.Answers;

namespace Hotline.Migrate.Tool.Programs;

/// <summary>Builds the project so that its model is up to date.</summary>
internal static class ProjectBuild
{
    private const int LinesToShow = 20;

    /// <summary>Builds. Only the model is asked of the build: neither a draft nor an error about differences.</summary>
    /// <exception cref="DiagnosticException">The build failed.</exception>
    public static async Task RunAsync(string projectFile, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(projectFile);
        progress.Report($"Building {name}…");
        var watch = Stopwatch.StartNew();
        var result = await ProgramRunner.RunAsync(
            "dotnet",
            ["build", projectFile, "--nologo", "--verbosity", "quiet", "-p:HotlineMigrateOnBuild=Model", "-nodeReuse:false"],
            Path.GetDirectoryName(projectFile)!,
            cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.ProgramFailed,
                Summary = $"{name} does not build.",
                Why = Errors(result.Output + result.Error),
                Where = new SourceLocation(projectFile),
                NextActions = ["Correct the errors, or use what the last build left: --no-build"],
            });
        }

        progress.Report($"Built {name} in {RevisionLines.Duration(watch.Elapsed.TotalMilliseconds)}.");
    }

    private static string Errors(string output)
    {
        var lines = output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] errors = [.. lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        return string.Join('\n', (errors.Length > 0 ? errors : lines).Take(LinesToShow));
    }
}
