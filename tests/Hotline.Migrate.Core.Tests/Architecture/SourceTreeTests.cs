using System.Globalization;

namespace Hotline.Migrate.Core.Tests.Architecture;

public sealed class SourceTreeTests
{
    private const int LongestFile = 400;

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Manager", "Utils", "Util", "Utility", "Common", "Misc"];

    /// <summary>The folders of Core, each with those it may use. Data flows one way.</summary>
    private static readonly Dictionary<string, string[]> CoreArrows = new()
    {
        ["Schema"] = [],
        ["Diagnostics"] = [],
        ["Descriptors"] = ["Schema", "Diagnostics"],
        ["Snapshots"] = ["Schema", "Diagnostics", "Descriptors"],
        ["Operations"] = ["Schema", "Diagnostics"],
        ["Diffing"] = ["Schema", "Diagnostics", "Snapshots", "Operations"],
        ["Rendering"] = ["Schema", "Diagnostics", "Operations", "Diffing", "Parsing"],
        ["Scaffolding"] = ["Schema", "Diagnostics", "Operations", "Rendering"],
        ["Comparing"] = ["Schema", "Diagnostics", "Operations", "Diffing", "Rendering"],
        ["Parsing"] = ["Schema", "Diagnostics"],
        ["SchemaFiles"] = ["Schema", "Diagnostics", "Parsing"],
        ["Migrations"] = ["Schema", "Diagnostics", "Parsing"],
        ["Files"] = ["Schema", "Diagnostics", "Migrations", "Parsing", "Configuration"],
        ["Configuration"] = ["Schema", "Diagnostics", "Parsing", "Migrations"],
        ["Revisions"] = ["Schema", "Diagnostics", "Migrations"],
        ["Impact"] = ["Schema", "Parsing"],
        ["Linting"] = ["Schema", "Diagnostics", "Migrations", "Operations", "Parsing"],
        ["Importing"] = ["Schema", "Diagnostics", "Migrations", "Parsing", "Files"],
        ["Drafting"] = ["Schema", "Diagnostics", "Descriptors", "Snapshots", "Operations", "Diffing", "Rendering", "Migrations", "Files", "Configuration", "Revisions"],
    };

    [Fact]
    public void Files_are_small()
    {
        var lengths = SourceFile.All.Select(f => f.Lines.Length).Order().ToArray();

        Assert.Empty(SourceFile.All.Where(f => f.Lines.Length > LongestFile).Select(f => $"{f.Location}: {f.Lines.Length}"));
        Assert.InRange(lengths[lengths.Length / 2], 1, 60);
        Assert.InRange(lengths[lengths.Length * 9 / 10], 1, 200);
    }

    [Fact]
    public void A_file_holds_one_type_of_its_own_name() => Assert.Empty(SourceFile.All
        .Where(f => f.Types.Distinct(StringComparer.Ordinal).Count() > 1 || f.Types.Any(t => t != f.Name.Split('.', '{')[0]))
        .Select(f => $"{f.Location}: {string.Join(", ", f.Types)}"));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var roots = new Dictionary<string, string>
        {
            ["Hotline.Migrate.Annotations"] = "Hotline.Migrate",
            ["Hotline.Migrate.Core"] = "Hotline.Migrate",
            ["Hotline.Migrate.Engine"] = "Hotline.Migrate",
        };

        Assert.Empty(SourceFile.All
            .Where(f => f.Namespace is not null and not "Microsoft.Build.Framework") // An attribute that MSBuild knows by its full name.
            .Where(f => f.Namespace != string.Join('.', new[] { roots.GetValueOrDefault(f.Project, f.Project) }.Concat(f.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries))))
            .Select(f => $"{f.Location}: {f.Namespace}"));
    }

    [Fact]
    public void A_class_is_sealed_or_made_to_be_derived_from() =>
        Assert.Empty(SourceFile.All.SelectMany(f => f.OpenClasses.Select(line => $"{f.Location}: {line.Trim()}")));

    [Fact]
    public void No_name_says_nothing() => Assert.Empty(SourceFile.All
        .Where(f => EmptyWords.Any(word => f.Name.EndsWith(word, StringComparison.Ordinal) || f.Folder.Split('/').Contains(word)))
        .Select(f => f.Location));

    [Fact]
    public void The_folders_of_core_use_each_other_one_way()
    {
        var wrong =
            from file in SourceFile.All
            where file.Project == "Hotline.Migrate.Core"
            let folder = file.Folder.Split('/')[0]
            from used in file.Usings
            let other = used["Hotline.Migrate.".Length..].Split('.')[0]
            where other != folder && !(CoreArrows.TryGetValue(folder, out var allowed) && allowed.Contains(other))
            select string.Create(CultureInfo.InvariantCulture, $"{file.Location} uses {other}");

        Assert.Equal("", string.Join(Environment.NewLine, wrong.Distinct()));
    }
}
