using System.Globalization;

namespace Hotline.Migrate.LocalServers;

/// <summary>A folder in which an installer keeps one folder per PostgreSQL version.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Pattern">Which of its entries are versions, as a file pattern.</param>
/// <param name="Binaries">The path from such an entry to the binaries.</param>
internal sealed record VersionedFolder(string Root, string Pattern, string Binaries)
{
    /// <summary>The places that the usual installers of this system use.</summary>
    public static IReadOnlyList<VersionedFolder> OfThisSystem() => OperatingSystem.IsWindows()
        ? [new(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin")]
        :
        [
            new("/usr/lib/postgresql", "*", "bin"),
            new("/usr", "pgsql-*", "bin"),
            new("/opt/homebrew/opt", "postgresql*", "bin"),
            new("/usr/local/opt", "postgresql*", "bin"),
            new("/home/linuxbrew/.linuxbrew/opt", "postgresql*", "bin"),
            new("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            new("/usr/local", "pgsql*", "bin"),
        ];

    /// <summary>The folders of binaries in it, the newest version first.</summary>
    public IEnumerable<string> NewestFirst() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root, Pattern)
            .OrderByDescending(d => Number(Path.GetFileName(d)))
            .ThenByDescending(d => d, StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Binaries))
        : [];

    private static int Number(string name) =>
        int.TryParse(
            string.Concat(name.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;
}
