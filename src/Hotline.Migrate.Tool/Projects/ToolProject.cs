using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Tool.Projects;

/// <summary>What the tool works on: the configuration, the folders, the environment. A project file need not be there.</summary>
internal sealed record ToolProject
{
    /// <summary>The configuration; the defaults where there is no file.</summary>
    public required ProjectConfiguration Configuration { get; init; }

    /// <summary>The folder of the configuration, or the one that the tool was pointed to.</summary>
    public required string Directory { get; init; }

    /// <summary>The migrations folder, as a full path.</summary>
    public required string MigrationsFolder { get; init; }

    /// <summary>The environment, where one was chosen or the configuration has a default.</summary>
    public EnvironmentConfiguration? Environment { get; init; }

    /// <summary>The name of the environment that was chosen for this command.</summary>
    public string? ChosenEnvironment { get; init; }

    /// <summary>The project file that was named, where one was.</summary>
    public string? NamedProjectFile { get; init; }

    /// <summary>Refuses to begin migrations in a folder that has nothing to do with them.</summary>
    /// <exception cref="DiagnosticException">There is neither a configuration nor a project file nor a migrations folder (HM0300).</exception>
    public void EnsureExists()
    {
        if (Configuration.Path is null && !HasProjectFile() && !System.IO.Directory.Exists(MigrationsFolder))
        {
            _ = ConfigurationFile.LoadNearest(Directory);
        }
    }

    /// <summary>Whether there is a project file.</summary>
    public bool HasProjectFile() => NamedProjectFile is not null || System.IO.Directory.GetFiles(Directory, "*.csproj").Length > 0;

    /// <summary>The project file: the one that was named, or the only one in the folder.</summary>
    /// <exception cref="DiagnosticException">There is none, or there are several.</exception>
    public string RequireProjectFile() => NamedProjectFile ?? System.IO.Directory.GetFiles(Directory, "*.csproj") switch
    {
        [var only] => only,
        [] => throw Problem("There is no project file in the folder.", "Run the tool in the project's folder, or name the project with --project."),
        _ => throw Problem("There are several project files in the folder.", "Name one of them with --project."),
    };

    /// <summary>Reads the migrations and their graph.</summary>
    /// <exception cref="DiagnosticException">The folder is missing, a file cannot be read, or they do not make a graph.</exception>
    public MigrationSet Load(CancellationToken cancellationToken) => MigrationSet.Load(MigrationsFolder, cancellationToken);

    /// <summary>The project's files: migrations, snapshot, and the model that the build left.</summary>
    public MigrationProject Files() => new(Configuration with { Migrations = MigrationsFolder }, Directory);

    private DiagnosticException Problem(string summary, string next) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.InvalidUsage,
        Summary = summary,
        Where = new SourceLocation(Directory),
        NextActions = [next],
    });
}
