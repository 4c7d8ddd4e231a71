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
    public void The_tool_is_one() => Assert.Contains("tools/net10.0/any/DotnetToolSettings.xml", packages.Content("dotnet-hotline-migrate"));
}
