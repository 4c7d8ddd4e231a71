using Hotline.Migrate.Bench.Measuring;

namespace Hotline.Migrate.Bench.Inputs;

/// <summary>A project with many models, outside of the repository.</summary>
internal sealed class ModelProject
{
    private ModelProject(string folder) => Folder = folder;

    public string Folder { get; }

    public string MigrationsFolder => Path.Combine(Folder, "migrations");

    /// <summary>Writes the project with the package references, restores and builds it.</summary>
    public static async Task<ModelProject> CreateAsync(Workplace workplace, string name, int models, bool isOurs, bool withContext, params string[] packages)
    {
        var project = new ModelProject(workplace.Folder(name));
        ModelClasses.Write(project.Folder, models, withContext);
        File.WriteAllText(Path.Combine(project.Folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", packages)}
              </ItemGroup>
            </Project>

            """);
        if (isOurs)
        {
            File.WriteAllText(Path.Combine(project.Folder, "hotline-migrate.json"), "{}\n");
        }

        await MeasuredProcess.RunAsync(new Launch("dotnet", "build", "-nologo", "-v", "q", "-nodeReuse:false") { Directory = project.Folder });
        return project;
    }

    /// <summary>Builds what is restored.</summary>
    public Launch Build(params string[] more) =>
        new("dotnet", ["build", "--no-restore", "-nologo", "-v", "q", "-nodeReuse:false", .. more]) { Directory = Folder };

    /// <summary>Changes a file without changing a model.</summary>
    public void Touch() => File.AppendAllText(Path.Combine(Folder, "Program.cs"), "// again\n");
}
