using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Hotline.Migrate.EndToEnd.Infrastructure;

/// <summary>The three packages of this checkout, packed once for the test run under a version of its own, and the tool installed from them.</summary>
public sealed class Packages : IAsyncLifetime
{
    private readonly TestDirectory folder = new("packages");

    /// <summary>The version of this run: no cache can hold another build of it.</summary>
    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "." + Environment.ProcessId;

    /// <summary>The installed tool.</summary>
    public string Tool => Path.Combine(folder["tool"], OperatingSystem.IsWindows() ? "dotnet-hotline-migrate.exe" : "dotnet-hotline-migrate");

    /// <summary>Whether the tool could be packed as a native program. The whole run works with that one then.</summary>
    public bool HasNativeTool => File.Exists(Path.Combine(folder["feed"], $"dotnet-hotline-migrate.linux-x64.{Version}.nupkg"));

    /// <summary>The files of a package, without those that every package has.</summary>
    public IReadOnlyList<string> Content(string id)
    {
        using var package = ZipFile.OpenRead(Path.Combine(folder["feed"], $"{id}.{Version}.nupkg"));
        return
        [
            .. package.Entries.Select(e => e.FullName)
                .Where(n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n[0] != '[')
                .Order(StringComparer.Ordinal),
        ];
    }

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var pack = await Program.RunAsync(
            Path.Combine(RepositoryRoot.Path, "eng", "pack.sh"),
            // Compiling the native program takes a minute of all cores: the gate takes it, a run at a desk does not.
            [.. Environment.GetEnvironmentVariable("CI") == "true" ? Array.Empty<string>() : ["--portable"], folder["feed"]],
            RepositoryRoot.Path,
            new Dictionary<string, string> { ["HOTLINE_PACKAGE_VERSION"] = Version },
            cancellationToken);
        pack.Succeeded();
        folder.Write("nuget.config", NuGetConfiguration());
        var install = await Program.RunAsync(
            "dotnet",
            ["tool", "install", "dotnet-hotline-migrate", "--version", Version, "--tool-path", folder["tool"], "--configfile", folder["nuget.config"]],
            folder.Path,
            null,
            cancellationToken);
        install.Succeeded();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// A <c>nuget.config</c> that knows our packages from the feed of this run and everything else from the repository's own sources,
    /// and whose package folder was empty when the run began.
    /// </summary>
    public string NuGetConfiguration()
    {
        var sources = XDocument.Load(Path.Combine(RepositoryRoot.Path, "nuget.config")).Root!.Element("packageSources")!.Elements("add");
        return new XDocument(
            new XElement(
                "configuration",
                new XElement("config", Add("globalPackagesFolder", folder["cache"])),
                new XElement("packageSources", new XElement("clear"), Add("hotline", folder["feed"]), sources),
                new XElement(
                    "packageSourceMapping",
                    new XElement("clear"),
                    Mapping("hotline", "Hotline.*", "dotnet-hotline-migrate*"),
                    sources.Select(s => Mapping(s.Attribute("key")!.Value, "*"))))).ToString();
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Mapping(string source, params string[] patterns) => new(
        "packageSource",
        new XAttribute("key", source),
        patterns.Select(p => new XElement("package", new XAttribute("pattern", p))));
}
