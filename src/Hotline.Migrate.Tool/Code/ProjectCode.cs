using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Programs;
using Hotline.Migrate.Tool.Projects;

namespace Hotline.Migrate.Tool.Code;

/// <summary>Finds the C# data migrations of a project in what was built. Loads nothing before a migration asks for one.</summary>
/// <param name="findAssembly">Gives the path of the project's assembly.</param>
internal sealed class ProjectCode(Func<string> findAssembly) : IDataMigrationResolver
{
    private readonly Lazy<DataMigrations> migrations = new(() => Load(findAssembly()));

    /// <inheritdoc />
    public IDataMigration? Resolve(string typeName) =>
        RuntimeFeature.IsDynamicCodeSupported ? migrations.Value.Resolve(typeName) : throw new ManagedHostNeeded();

    /// <summary>Says before a plan is begun that this program cannot end it.</summary>
    /// <exception cref="ManagedHostNeeded">The plan runs C#, and this is the native program.</exception>
    public static void Require(IEnumerable<MigrationSection> sections)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported && sections.SelectMany(s => s.Steps).SelectMany(s => s.Commands).OfType<CodeCommand>().Any())
        {
            throw new ManagedHostNeeded();
        }
    }

    /// <summary>The code of a project: the assembly that was named, or the one that the project builds.</summary>
    public static ProjectCode Of(ToolProject project, string? assembly, CancellationToken cancellationToken) => new(() =>
        assembly is not null
            ? Path.GetFullPath(assembly)
            : TargetPathAsync(project.RequireProjectFile(), cancellationToken).GetAwaiter().GetResult());

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Nothing is trimmed where this runs: the native program does not come here.")]
    private static DataMigrations Load(string path)
    {
        if (!File.Exists(path))
        {
            throw NotLoaded(path, "The file does not exist.", cause: null);
        }

        try
        {
            return new DataMigrations().AddAssembly(new ProjectLoadContext(path).LoadFromAssemblyPath(path));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            throw NotLoaded(path, e.Message, e);
        }
    }

    private static async Task<string> TargetPathAsync(string projectFile, CancellationToken cancellationToken)
    {
        // A project for several frameworks has a path for each; the first one is as good as any.
        var result = await ProgramRunner.RunAsync(
            "dotnet", ["msbuild", projectFile, "-nologo", "-getProperty:TargetPath", "-getProperty:TargetFrameworks"], Path.GetDirectoryName(projectFile)!, cancellationToken)
            .ConfigureAwait(false);
        var properties = Properties(result);
        if (properties.Path.Length == 0 && properties.Frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..])
        {
            result = await ProgramRunner.RunAsync(
                "dotnet",
                ["msbuild", projectFile, "-nologo", $"-p:TargetFramework={first}", "-getProperty:TargetPath", "-getProperty:TargetFrameworks"],
                Path.GetDirectoryName(projectFile)!,
                cancellationToken).ConfigureAwait(false);
            properties = Properties(result);
        }

        return properties.Path.Length > 0 ? properties.Path : throw NotLoaded(projectFile, (result.Output + result.Error).Trim(), cause: null);
    }

    private static (string Path, string Frameworks) Properties(ProgramResult result)
    {
        if (result.ExitCode != 0)
        {
            return ("", "");
        }

        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        var properties = json.RootElement.GetProperty("Properties");
        return (properties.GetProperty("TargetPath").GetString() ?? "", properties.GetProperty("TargetFrameworks").GetString() ?? "");
    }

    private static DiagnosticException NotLoaded(string path, string why, Exception? cause) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.CodeNotLoaded,
            Summary = "A migration runs C#, and the project's assembly cannot be loaded.",
            Why = why,
            Where = new SourceLocation(path),
            NextActions = ["dotnet build", "Or name the assembly: --assembly bin/Release/net10.0/publish/App.dll"],
        },
        cause);
}
