using System.Globalization;
using System.Reflection;
using Hotline.Migrate.Bench.Measuring;
using Hotline.Migrate.LocalServers;
using Npgsql;

namespace Hotline.Migrate.Bench;

/// <summary>What all sections need: a folder, the packed tool, the other programs, a server that keeps its promises.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly string folder;
    private readonly RunningServer server;
    private readonly NpgsqlDataSource admin;
    private int databases;

    private Workplace(string folder, RunningServer server)
    {
        this.folder = folder;
        this.server = server;
        admin = NpgsqlDataSource.Create(server.ConnectionString);
    }

    public static string Repository { get; } = typeof(Workplace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The version of the packages.</summary>
    public required string PackageVersion { get; init; }

    /// <summary>The port of the server.</summary>
    public int Port => server.Port;

    /// <summary>What the figures were made on.</summary>
    public string Machine => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB of memory, {(OperatingSystem.IsLinux() ? "Linux" : "another system")}, PostgreSQL {server.Version} with its default settings on the same machine (fsync on), .NET {Environment.Version}.");

    /// <summary>Whether the tool could be packed as a native program.</summary>
    public bool HasNativeTool => Directory.EnumerateFiles(Feed, $"dotnet-hotline-migrate.linux-x64.{PackageVersion}.nupkg").Any();

    private static string Feed => Path.Combine(Repository, "artifacts", "bench", "feed");

    private string ToolFolder => Path.Combine(folder, "tool");

    public static async Task<Workplace> PrepareAsync(bool packs)
    {
        var version = await PackAsync(packs);
        var folder = Directory.CreateTempSubdirectory("hotline-bench-").FullName;
        var server = await LocalServer.StartAsync(Path.Combine(folder, "postgres"), new LocalServerOptions(), CancellationToken.None);
        var workplace = new Workplace(folder, server) { PackageVersion = version };
        // The throw-away server trades safety for speed and plans without compiling; production does not.
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes", "jit" })
        {
            await workplace.ExecuteAsync($"ALTER SYSTEM SET {setting} = on");
        }

        await workplace.ExecuteAsync("SELECT pg_reload_conf()");
        workplace.WriteNuGetConfiguration();
        await MeasuredProcess.RunAsync(workplace.Dotnet(
            "tool", "install", "dotnet-hotline-migrate", "--version", version, "--tool-path", workplace.ToolFolder));
        await MeasuredProcess.RunAsync(workplace.Dotnet("build", Path.Combine(Repository, "eng", "bench", "Floor"), "-c", "Release", "-v", "q"));
        return workplace;
    }

    /// <summary>A new folder in the work folder.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    /// <summary>Runs the SDK in the work folder.</summary>
    public Launch Dotnet(params string[] arguments) => new("dotnet", arguments) { Directory = folder };

    /// <summary>The tool as the installed command.</summary>
    public Launch Tool(params string[] arguments) => new(Path.Combine(ToolFolder, "dotnet-hotline-migrate"), arguments) { Directory = folder };

    /// <summary>The portable tool.</summary>
    public Launch PortableTool(params string[] arguments) => new(
        "dotnet",
        ["exec", Directory.EnumerateFiles(ToolFolder, "dotnet-hotline-migrate.dll", SearchOption.AllDirectories).First(), .. arguments]) { Directory = folder };

    /// <summary>A program of this folder.</summary>
    public Launch Own(string name, params string[] arguments) => new(
        Path.Combine(Repository, "artifacts", "bin", $"Hotline.Migrate.Bench.{name}", "release", $"Hotline.Migrate.Bench.{name}"), arguments) { Directory = folder };

    /// <summary>Creates an empty database. It stays to the end: dropping thousands of files slows down whoever runs next.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++databases}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        await ExecuteAsync("CHECKPOINT");
        return name;
    }

    public string ConnectionString(string database, int? port = null) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionStringOf(database)) { Port = port ?? Port, Pooling = false }.ConnectionString;

    public string Url(string database, int? port = null) => new UriBuilder(server.UrlOf(database)) { Port = port ?? Port }.Uri.AbsoluteUri;

    /// <summary>How many tables a database has in its schema public.</summary>
    public async Task<int> CountTablesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database));
        await using var command = source.CreateCommand("SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^t[0-9]+$'");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await admin.DisposeAsync();
        await LocalServer.DeleteAsync(Path.Combine(folder, "postgres"), CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> PackAsync(bool packs)
    {
        if (!packs)
        {
            return Path.GetFileName(Directory.EnumerateFiles(Feed, "Hotline.Migrate.Engine.*.nupkg").Single())["Hotline.Migrate.Engine.".Length..^".nupkg".Length];
        }

        if (Directory.Exists(Feed))
        {
            Directory.Delete(Feed, recursive: true);
        }

        var version = "0.1.0-bench." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        await MeasuredProcess.RunAsync(new Launch(Path.Combine(Repository, "eng", "pack.sh"), Feed)
        {
            Variables = new Dictionary<string, string> { ["HOTLINE_PACKAGE_VERSION"] = version },
        });
        return version;
    }

    private void WriteNuGetConfiguration()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var text = File.ReadAllText(Path.Combine(Repository, "nuget.config"))
            .Replace("<packageSources>", $"""
                <config><add key="globalPackagesFolder" value="packages" /></config>
                  <fallbackPackageFolders><add key="cache" value="{packages}" /></fallbackPackageFolders>
                  <packageSources>
                """, StringComparison.Ordinal)
            .Replace("</packageSources>", $"""<add key="bench" value="{Feed}" /></packageSources>""", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), text);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
