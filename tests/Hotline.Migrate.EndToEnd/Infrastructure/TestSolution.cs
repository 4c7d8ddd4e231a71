namespace Hotline.Migrate.EndToEnd.Infrastructure;

/// <summary>A solution outside the repository, as a user has it. The paths have spaces.</summary>
internal sealed class TestSolution : IDisposable
{
    private readonly TestDirectory folder = new("solution");
    private readonly Packages packages;

    public TestSolution(Packages packages)
    {
        this.packages = packages;
        Write("nuget.config", packages.NuGetConfiguration());
    }

    /// <summary>The version of our packages.</summary>
    public string Version => packages.Version;

    public string this[string relativePath] => folder[relativePath];

    public void Dispose() => folder.Dispose();

    public void Write(string relativePath, string content) => folder.Write(relativePath, content);

    /// <summary>Writes a project file that references the package.</summary>
    public void WriteProject(
        string name,
        string properties = "",
        string items = "",
        string targetFrameworks = "<TargetFramework>net10.0</TargetFramework>",
        string sdk = "Microsoft.NET.Sdk") => Write(
        $"{name}/{name}.csproj",
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            {targetFrameworks}
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Hotline.Migrate" Version="{packages.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>The migration files of a project: names and texts, without the names' times and revisions.</summary>
    public IReadOnlyDictionary<string, string> Migrations(string project) => Directory.Exists(folder[$"{project}/migrations"])
        ? Directory.EnumerateFiles(folder[$"{project}/migrations"], "*.sql")
            .Order(StringComparer.Ordinal)
            .ToDictionary(Slug, File.ReadAllText, StringComparer.Ordinal)
        : new Dictionary<string, string>();

    /// <summary>The one migration file with that slug.</summary>
    public string MigrationFile(string project, string slug) =>
        Directory.EnumerateFiles(folder[$"{project}/migrations"], $"*_{slug}.sql").Single();

    public Task<CommandResult> DotnetAsync(params IReadOnlyList<string> arguments) =>
        Program.RunAsync("dotnet", arguments, folder.Path, null, TestContext.Current.CancellationToken);

    /// <summary>Builds a project or a solution.</summary>
    public Task<CommandResult> BuildAsync(string project, params IReadOnlyList<string> arguments) =>
        DotnetAsync(["build", project, "--tl:off", .. arguments]);

    /// <summary>Runs the installed tool in a project's folder.</summary>
    public Task<CommandResult> ToolAsync(string project, string? databaseUrl, params IReadOnlyList<string> arguments) => Program.RunAsync(
        packages.Tool,
        arguments,
        folder[project],
        databaseUrl is null ? null : new Dictionary<string, string> { ["HOTLINE_MIGRATE_URL"] = databaseUrl },
        TestContext.Current.CancellationToken);

    private static string Slug(string path) => string.Join('_', Path.GetFileNameWithoutExtension(path).Split('_').Skip(2));
}
