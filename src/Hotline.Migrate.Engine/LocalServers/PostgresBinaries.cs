using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotline.Migrate.LocalServers;

/// <summary>A folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> of one version.</summary>
public sealed partial record PostgresBinaries(string Directory, Version Version)
{
    private static readonly string[] programs = ["initdb", "pg_ctl", "postgres"];

    internal string InitDb => Program(Directory, "initdb");

    internal string PgCtl => Program(Directory, "pg_ctl");

    /// <summary>Whether the folder holds the three programs that a cluster needs; the links of a folder on PATH alone are not enough.</summary>
    internal static bool AreIn(string directory) =>
        programs.All(name => File.Exists(Program(directory, name)));

    /// <summary>Asks the binaries for their version. Null when they do not run here (another architecture, a missing library).</summary>
    internal static async Task<PostgresBinaries?> InspectAsync(string directory, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(
            new ProcessCommand(Program(directory, "postgres"), "--version"), cancellationToken).ConfigureAwait(false);
        return result.Succeeded && VersionText().Match(result.Output) is { Success: true } match
            ? new PostgresBinaries(directory, ToVersion(match))
            : null;
    }

    private static string Program(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static Version ToVersion(Match match) => new(
        int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
        match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0);

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "postgres (PostgreSQL) 19beta1"
    [GeneratedRegex(@"\(PostgreSQL\) (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionText();
}
