using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Files;

/// <summary>Finds and reads <c>hotline-migrate.json</c>.</summary>
public static class ConfigurationFile
{
    /// <summary>The configuration file in a folder or the nearest one above it; <c>null</c> where there is none.</summary>
    public static string? Find(string folder)
    {
        for (var directory = new DirectoryInfo(Path.GetFullPath(folder)); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, ProjectConfiguration.FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads a configuration file.</summary>
    /// <exception cref="DiagnosticException">HM0218, HM0219, HM0301 to HM0305.</exception>
    public static ProjectConfiguration Load(string path) => ProjectConfiguration.Parse(path, TextFile.Read(path));

    /// <summary>Finds the configuration and reads it.</summary>
    /// <exception cref="DiagnosticException">HM0300 where there is none.</exception>
    public static ProjectConfiguration LoadNearest(string folder) => Load(Find(folder) ?? throw new DiagnosticException(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ConfigurationMissing,
            Summary = $"There is no {ProjectConfiguration.FileName} in this folder or above it.",
            Where = new(folder),
            NextActions = ["dotnet hotline-migrate setup", "Run the tool in the project's folder, or name the project with --project."],
        }));

    /// <summary>The migrations folder of a configuration, as a full path.</summary>
    /// <param name="configuration">The configuration; its folder is what the path is relative to.</param>
    /// <param name="folder">The folder to take where the configuration comes from no file.</param>
    public static string MigrationsFolder(ProjectConfiguration configuration, string folder) =>
        Path.GetFullPath(configuration.Migrations, Path.GetDirectoryName(configuration.Path) ?? Path.GetFullPath(folder));
}
