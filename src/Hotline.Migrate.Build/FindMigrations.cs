using Hotline.Migrate.Build.Logging;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Microsoft.Build.Framework;

namespace Hotline.Migrate.Build;

/// <summary>The task that reads from the configuration where the migrations are: before compiling, as they may be embedded.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindMigrations : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>hotline-migrate.json</c>; it need not exist.</summary>
    [Required]
    public string ConfigurationFile { get; set; } = "";

    /// <summary>The migrations folder, relative to the project's: what the build keeps must survive a move of the whole checkout.</summary>
    [Output]
    public string MigrationsFolder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            MigrationsFolder = Path.GetRelativePath(Path.GetDirectoryName(ProjectFile)!, Load(ProjectFile, ConfigurationFile).MigrationsFolder);
            return true;
        }
        catch (DiagnosticException e)
        {
            var log = new BuildLog(Log, ProjectFile);
            foreach (var diagnostic in e.Diagnostics)
            {
                log.Say(diagnostic);
            }

            return false;
        }
    }

    internal static MigrationProject Load(string projectFile, string configurationFile) => new(
        File.Exists(configurationFile) ? Files.ConfigurationFile.Load(configurationFile) : new ProjectConfiguration(),
        Path.GetDirectoryName(projectFile)!);
}
