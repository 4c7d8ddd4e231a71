using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Projects;

/// <summary>Finds out what to work on: from --project and --migrations, else from the current folder upwards.</summary>
internal static class ProjectLocator
{
    /// <summary>The project that the options mean.</summary>
    /// <exception cref="DiagnosticException">What they name does not exist, or the configuration cannot be read.</exception>
    public static ToolProject Locate(CommonOptions options)
    {
        var (start, projectFile, file) = Start(options);
        file ??= ConfigurationFile.Find(start);
        var configuration = file is null ? new ProjectConfiguration() : ConfigurationFile.Load(file);
        var directory = file is null ? start : Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new ToolProject
        {
            Configuration = configuration,
            Directory = directory,
            MigrationsFolder = options.Migrations is { } folder
                ? Path.GetFullPath(folder)
                : ConfigurationFile.MigrationsFolder(configuration, directory),
            Environment = FindEnvironment(configuration, options.Environment),
            ChosenEnvironment = options.Environment,
            NamedProjectFile = projectFile,
        };
    }

    private static (string Directory, string? ProjectFile, string? ConfigurationFile) Start(CommonOptions options)
    {
        if (options.Project is not { } named)
        {
            return (Directory.GetCurrentDirectory(), null, null);
        }

        var path = Path.GetFullPath(named);
        if (Directory.Exists(path))
        {
            return (path, null, null);
        }

        if (!File.Exists(path))
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.InvalidUsage,
                Summary = "What --project names does not exist.",
                Where = new SourceLocation(path),
                NextActions = ["Name a project file, its folder, or a hotline-migrate.json."],
            });
        }

        var directory = Path.GetDirectoryName(path)!;
        return Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase) ? (directory, null, path) : (directory, path, null);
    }

    // Without environments in the configuration, --env still picks appsettings.NAME.json.
    private static EnvironmentConfiguration? FindEnvironment(ProjectConfiguration configuration, string? chosen) =>
        chosen is not null && configuration.Environments.IsEmpty ? null : configuration.Environment(chosen);
}
