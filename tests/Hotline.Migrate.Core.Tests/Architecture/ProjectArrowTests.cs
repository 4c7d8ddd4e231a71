using System.Xml.Linq;

namespace Hotline.Migrate.Core.Tests.Architecture;

public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Hotline.Migrate.Annotations"] = [],
        ["Hotline.Migrate.Generator"] = [],
        ["Hotline.Migrate.CodeFixes"] = [],
        ["Hotline.Migrate.Core"] = [],
        ["Hotline.Migrate.Engine"] = ["Hotline.Migrate.Core"],
        ["Hotline.Migrate.Build"] = ["Hotline.Migrate.Core"],
        ["Hotline.Migrate.Tool"] = ["Hotline.Migrate.Engine", "Hotline.Migrate.Core"],
    };

    [Fact]
    public void Projects_reference_each_other_one_way()
    {
        var projects = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), projects.Select(Name).Order(StringComparer.Ordinal));
        Assert.Empty(
            from project in projects
            from reference in XDocument.Load(project).Descendants("ProjectReference")
            // What is only packed along is not compiled against.
            where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
            let target = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            where !Arrows[Name(project)].Contains(target)
            select $"{Name(project)} -> {target}");
    }

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Build.")]
    [InlineData("System.Console")]
    [InlineData("McMaster.")]
    [InlineData("Spectre.")]
    public void Core_knows_no_database_console_or_build(string assembly) => Assert.DoesNotContain(
        typeof(Hotline.Migrate.Schema.DatabaseSchema).Assembly.GetReferencedAssemblies(),
        reference => reference.Name!.StartsWith(assembly, StringComparison.Ordinal));

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);
}
