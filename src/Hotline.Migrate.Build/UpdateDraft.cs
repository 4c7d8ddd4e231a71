using Hotline.Migrate.Build.Logging;
using Hotline.Migrate.Build.Sources;
using Hotline.Migrate.Diagnostics;
using Microsoft.Build.Framework;

namespace Hotline.Migrate.Build;

/// <summary>The build task: brings the draft migration up to date with the model, or checks that none is needed.</summary>
[MSBuildMultiThreadableTask]
public sealed class UpdateDraft : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The project's file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>hotline-migrate.json</c>; it need not exist.</summary>
    [Required]
    public string ConfigurationFile { get; set; } = "";

    /// <summary>Where the model is left for the tool.</summary>
    [Required]
    public string ModelFile { get; set; } = "";

    /// <summary>The assembly that the compiler has written.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The referenced assemblies, without the framework's.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The project's C# files.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary><c>Draft</c>, <c>Check</c>, <c>Model</c> or <c>Off</c>; empty where the project does not say.</summary>
    public string OnBuild { get; set; } = "";

    /// <summary><c>true</c> in a CI build.</summary>
    public string ContinuousIntegrationBuild { get; set; } = "";

    /// <summary><c>true</c> where the project's own classes are models.</summary>
    public string ModelsSwitchedOn { get; set; } = "";

    /// <summary>The draft, if there is one.</summary>
    [Output]
    public string? Draft { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new BuildLog(Log, ProjectFile);
        try
        {
            Run(log);
        }
        catch (DiagnosticException e)
        {
            foreach (var diagnostic in e.Diagnostics)
            {
                log.Say(diagnostic);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return !log.HasErrors && !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    private void Run(BuildLog log)
    {
        var project = FindMigrations.Load(ProjectFile, ConfigurationFile);
        var mode = OnBuildChoice.Of(OnBuild, project.Configuration.OnBuild, IsTrue(ContinuousIntegrationBuild));
        log.Detail($"Hotline.Migrate: {mode}, configuration {ConfigurationFile}, migrations {project.MigrationsFolder}, model {ModelFile}");
        var inputs = new DraftBuildInputs(
            ModelFile,
            Assembly,
            [.. References.Select(r => r.GetMetadata("FullPath"))],
            Sources.Select(s => s.GetMetadata("FullPath")).Concat(ReferencedSources()),
            ProjectFolders(),
            IsTrue(ModelsSwitchedOn));
        Draft = new DraftBuild(inputs, project, log).Run(mode, cancellation.Token);
        log.Detail($"Hotline.Migrate: draft {Draft ?? "none"}");
    }

    private Dictionary<string, string> ProjectFolders()
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal) { [Assembly] = Path.GetDirectoryName(Path.GetFullPath(ProjectFile))! };
        foreach (var reference in References.Where(r => r.GetMetadata("MSBuildSourceProjectFile").Length > 0))
        {
            folders[reference.GetMetadata("FullPath")] = Path.GetDirectoryName(reference.GetMetadata("MSBuildSourceProjectFile"))!;
        }

        return folders;
    }

    /// <summary>The files of referenced projects: an assembly does not tell where its sources are, its project does.</summary>
    private IEnumerable<string> ReferencedSources() => References
        .Select(r => r.GetMetadata("MSBuildSourceProjectFile"))
        .Where(p => p.Length > 0)
        .Select(p => Path.GetDirectoryName(p)!)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(SourceFolder.Files);

    private static bool IsTrue(string text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
