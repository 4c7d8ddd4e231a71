using System.Collections;
using System.Globalization;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.LocalServers;

namespace Hotline.Migrate.Backups;

/// <summary><c>pg_dump</c> of this machine. A password goes to it by the environment, never by its arguments.</summary>
internal sealed class DumpProgram
{
    private readonly string path;

    private DumpProgram(string path) => this.path = path;

    /// <summary>The program of that major version; <c>null</c> where there is none.</summary>
    /// <remarks>
    /// An older one refuses the server, and what a newer one writes does not load into it: 15 writes <c>LOCALE_PROVIDER</c>, 17 sets
    /// <c>transaction_timeout</c>, and the server's own pg_restore does not read the file.
    /// </remarks>
    public static async Task<DumpProgram?> FindAsync(int serverMajor, CancellationToken cancellationToken)
    {
        foreach (var candidate in Candidates().Distinct(StringComparer.Ordinal).Where(File.Exists))
        {
            var result = await ProcessRunner.RunAsync(new ProcessCommand(candidate, "--version"), cancellationToken).ConfigureAwait(false);
            if (result.ExitCode == 0 && MajorOf(result.Output) == serverMajor)
            {
                return new DumpProgram(candidate);
            }
        }

        return null;
    }

    /// <summary>Runs it on a database; <c>null</c> when it did its work, else what it said.</summary>
    public async Task<string?> RunAsync(ConnectionSettings settings, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(
            new ProcessCommand(path, ["--no-password", .. arguments]) { Variables = LibpqVariables.Of(settings) }, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? null : settings.Scrubber.Scrub(result.Errors.Trim());
    }

    private static IEnumerable<string> Candidates()
    {
        var program = OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump";
        var search = new BinarySearch
        {
            Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.OrdinalIgnoreCase),
            StartDirectory = Environment.CurrentDirectory,
            CacheDirectory = "",
        };
        if (search.Named() is { } named)
        {
            return [Path.Combine(named.Directory, program)];
        }

        return new[] { search.ProgramOnPath("pg_dump") }.OfType<string>()
            .Concat(search.VersionedFolders.SelectMany(f => f.NewestFirst()).Select(folder => Path.Combine(folder, program)));
    }

    // pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
    private static int? MajorOf(string version) =>
        version.Split(' ', '\n').Select(word => word.Split('.', 'b', 'r')[0]).FirstOrDefault(word => word.Length > 0 && word.All(char.IsAsciiDigit)) is { } number
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : null;
}
