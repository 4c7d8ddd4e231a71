using Hotline.Migrate.EndToEnd.Infrastructure;

namespace Hotline.Migrate.EndToEnd;

public sealed class PackageTests(Packages packages)
{
    [Fact]
    public void The_package_for_applications_holds_attributes_generator_and_task() => Assert.Equal(
        [
            "Hotline.Migrate.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Hotline.Migrate.CodeFixes.dll",
            "analyzers/dotnet/cs/Hotline.Migrate.Generator.dll",
            "build/Hotline.Migrate.targets",
            "buildTransitive/Hotline.Migrate.props",
            "lib/netstandard2.0/Hotline.Migrate.Annotations.dll",
            "lib/netstandard2.0/Hotline.Migrate.Annotations.xml",
            "tasks/net10.0/Hotline.Migrate.Build.dll",
            "tasks/net10.0/Hotline.Migrate.Core.dll",
        ],
        packages.Content("Hotline.Migrate"));

    [Fact]
    public void The_engine_brings_what_it_is_built_on() => Assert.Equal(
        [
            "Hotline.Migrate.Engine.nuspec",
            "README.md",
            "lib/net10.0/Hotline.Migrate.Core.dll",
            "lib/net10.0/Hotline.Migrate.Core.xml",
            "lib/net10.0/Hotline.Migrate.Engine.dll",
            "lib/net10.0/Hotline.Migrate.Engine.xml",
        ],
        packages.Content("Hotline.Migrate.Engine"));

    [Fact]
    public void The_tool_for_all_platforms_needs_a_runtime()
    {
        var id = packages.HasNativeTool ? "dotnet-hotline-migrate.any" : "dotnet-hotline-migrate";

        Assert.Contains("tools/net10.0/any/dotnet-hotline-migrate.dll", packages.Content(id));
    }

    [Fact]
    public void The_tool_of_this_platform_is_native_and_brings_the_other_for_migrations_in_CSharp()
    {
        Assert.SkipUnless(packages.HasNativeTool, "The native program is compiled where CI=true and a linker is there (clang or gcc).");
        var files = packages.Content("dotnet-hotline-migrate.linux-x64");

        Assert.Contains("tools/any/linux-x64/dotnet-hotline-migrate", files);
        Assert.Contains("tools/any/linux-x64/managed/dotnet-hotline-migrate.dll", files);
        Assert.DoesNotContain("dotnet-hotline-migrate.dll", Directory.EnumerateFiles(Path.GetDirectoryName(Installed(packages.Tool))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_tool_knows_its_version()
    {
        var said = await Program.RunAsync(packages.Tool, ["--version"], RepositoryRoot.Path, null, TestContext.Current.CancellationToken);

        Assert.Equal(packages.Version, said.Succeeded().Output.Trim());
    }

    private static string Installed(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
