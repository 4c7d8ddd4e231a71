using System.Xml;
using System.Xml.Linq;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Adds the package to a project file, and its version to where the project keeps versions. Nothing else is touched.</summary>
internal static class PackageReference
{
    private const string Package = "Hotline.Migrate";
    private const string VersionsFile = "Directory.Packages.props";

    /// <summary>The files to change.</summary>
    /// <exception cref="DiagnosticException">A project file is no XML.</exception>
    public static IReadOnlyList<PlannedFile> Plan(string projectFile, string version)
    {
        var project = TextFile.Read(projectFile);
        if (Has(projectFile, project, "PackageReference") || Has(projectFile, project, "ProjectReference"))
        {
            return [new PlannedFile(projectFile, Text: null, "references the package already")];
        }

        if (FindVersions(Path.GetDirectoryName(Path.GetFullPath(projectFile))!) is not { } versionsFile)
        {
            return [new PlannedFile(
                projectFile,
                Insert(project, $"<PackageReference Include=\"{Package}\" Version=\"{version}\" />"),
                $"package reference {Package} {version} added")];
        }

        var versions = TextFile.Read(versionsFile);
        return
        [
            new PlannedFile(projectFile, Insert(project, $"<PackageReference Include=\"{Package}\" />"), $"package reference {Package} added"),
            Has(versionsFile, versions, "PackageVersion")
                ? new PlannedFile(versionsFile, Text: null, "has a version of the package already")
                : new PlannedFile(
                    versionsFile, Insert(versions, $"<PackageVersion Include=\"{Package}\" Version=\"{version}\" />"), $"package version {version} added"),
        ];
    }

    // The nearest one counts, as for MSBuild, and only where it is switched on.
    private static string? FindVersions(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, VersionsFile);
            if (File.Exists(path))
            {
                return Xml(path, TextFile.Read(path)).Descendants().Any(e =>
                    e.Name.LocalName == "ManagePackageVersionsCentrally" && e.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase))
                    ? path
                    : null;
            }
        }

        return null;
    }

    // In the product's own repository a project references the package's project instead.
    private static bool Has(string path, string text, string element) => Xml(path, text).Descendants().Any(e =>
        e.Name.LocalName == element
        && e.Attribute("Include")?.Value is { } include
        && (include.Equals(Package, StringComparison.OrdinalIgnoreCase) || include.EndsWith("Hotline.Migrate.Annotations.csproj", StringComparison.Ordinal)));

    // As text, so that comments, blanks and line ends stay as they are.
    private static string Insert(string text, string element)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var end = text.LastIndexOf("</Project>", StringComparison.Ordinal);
        var before = text[..end].TrimEnd();
        return $"{before}{newLine}{newLine}  <ItemGroup>{newLine}    {element}{newLine}  </ItemGroup>{newLine}{newLine}{text[end..]}";
    }

    private static XDocument Xml(string path, string text)
    {
        try
        {
            var document = XDocument.Parse(text);
            return text.Contains("</Project>", StringComparison.Ordinal)
                ? document
                : throw new XmlException("There is no <Project> with content.");
        }
        catch (XmlException e)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.FileUnreadable,
                    Summary = $"{Path.GetFileName(path)} is not a project file.",
                    Why = e.Message,
                    Where = new SourceLocation(path, e.LineNumber, e.LinePosition),
                },
                e);
        }
    }
}
