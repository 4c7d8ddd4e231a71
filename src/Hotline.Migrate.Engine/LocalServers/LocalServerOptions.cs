namespace Hotline.Migrate.LocalServers;

/// <summary>How a local server is found, brought and started.</summary>
public sealed record LocalServerOptions
{
    /// <summary>The only major version to take; null for the first one found from 14 on.</summary>
    public int? Major { get; init; }

    /// <summary>Hears what takes long: bringing the binaries, creating the cluster.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>The environment variables to go by.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = ProcessVariables();

    /// <summary>The folder that keeps brought binaries; null for the user's own cache folder.</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>How long to wait until the server answers.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    internal BinarySearch Search(string directory) => new()
    {
        Variables = Variables,
        StartDirectory = directory,
        CacheDirectory = CacheDirectory ?? UserCache(),
    };

    // Root's own cache folder is closed to the user that the server runs as.
    private string UserCache() => Path.Combine(
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Environment.IsPrivilegedProcess ? "/var/cache"
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Caches")
        : Variables.TryGetValue("XDG_CACHE_HOME", out var cache) && Path.IsPathFullyQualified(cache) ? cache
        : Path.Combine(Home, ".cache"),
        "hotline-migrate");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static Dictionary<string, string> ProcessVariables()
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
