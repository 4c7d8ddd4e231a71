using Hotline.Migrate.Bench.Inputs;
using Hotline.Migrate.Bench.Measuring;

namespace Hotline.Migrate.Bench.Sections;

/// <summary>All that can run the migrations here, the floor first.</summary>
internal static class Contenders
{
    private static readonly string[] libraries = ["dbup", "fluentmigrator", "evolve", "efcore"];

    /// <summary>Writes the migrations as each of them wants, and brings the programs.</summary>
    /// <returns>The contenders, and those that this machine does not get, with the reason.</returns>
    public static async Task<(IReadOnlyList<Contender> Present, IReadOnlyList<string> Missing)> FindAsync(Workplace workplace, int migrations)
    {
        var folder = workplace.Folder($"migrations-{migrations}");
        var (plain, ours, script) = (Path.Combine(folder, "up"), Path.Combine(folder, "sealed"), Path.Combine(folder, "all.sql"));
        MigrationMix.WritePlain(plain, migrations);
        MigrationMix.WriteMigrations(ours, migrations);
        MigrationMix.WriteScript(script, migrations);
        string[] upgrade = ["upgrade", "--migrations", ours, "--quiet", "--url"];
        List<Contender> present =
        [
            new("Npgsql: begin, batch, commit (the floor)", (d, p) => workplace.Own("Floor", "each", workplace.ConnectionString(d, p), plain)),
            new("Npgsql, one transaction for all", (d, p) => workplace.Own("Floor", "one", workplace.ConnectionString(d, p), plain)),
            new("Npgsql, one transaction, 50 files at once", (d, p) => workplace.Own("Floor", "batched", workplace.ConnectionString(d, p), plain)),
            new("psql, one script", (d, p) => new Launch("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script, workplace.Url(d, p))) { HasHistory = false },
            new("**hotline-migrate, portable**", (d, p) => workplace.PortableTool([.. upgrade, workplace.Url(d, p)])),
        ];
        List<string> missing = [];
        if (workplace.HasNativeTool)
        {
            present.Add(new("**hotline-migrate, native**", (d, p) => workplace.Tool([.. upgrade, workplace.Url(d, p)])));
            present.Add(new("**hotline-migrate, native, --single-transaction**", (d, p) => workplace.Tool([.. upgrade, workplace.Url(d, p), "--single-transaction"])));
        }
        else
        {
            missing.Add("the native tool (no linker)");
        }

        if (await BringAsync("the libraries", workplace.Dotnet("build", Path.Combine(Workplace.Repository, "eng", "bench", "Peers"), "-c", "Release", "-v", "q"), missing))
        {
            present.AddRange(libraries.Select(peer => new Contender(Title(peer), (d, p) => workplace.Own("Peers", peer, workplace.ConnectionString(d, p), plain))));
        }

        var tools = Path.Combine(workplace.Folder("peers"), "grate");
        if (File.Exists(tools) || await BringAsync("grate", workplace.Dotnet("tool", "install", "grate", "--tool-path", workplace.Folder("peers")), missing))
        {
            present.Add(new("grate 2, --transaction", (d, p) => new Launch(
                tools, $"--connectionstring={workplace.ConnectionString(d, p)}", $"--files={folder}", "--databasetype=postgresql", "--transaction", "--silent", "--createdatabase=false", $"--outputPath={folder}/out")));
        }

        return (present, missing);
    }

    /// <summary>Runs what brings a program; says so where it does not come.</summary>
    public static async Task<bool> BringAsync(string what, Launch launch, List<string> missing)
    {
        try
        {
            await MeasuredProcess.RunAsync(launch);
            return true;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            missing.Add(what);
            return false;
        }
    }

    private static string Title(string peer) => peer switch
    {
        "dbup" => "DbUp 6 (PostgreSQL 7.0)",
        "fluentmigrator" => "FluentMigrator 8.0",
        "evolve" => "Evolve 3.2",
        _ => "EF Core 10.0, SQL in migrations",
    };
}
