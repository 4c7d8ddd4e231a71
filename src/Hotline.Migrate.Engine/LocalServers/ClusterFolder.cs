namespace Hotline.Migrate.LocalServers;

/// <summary>Where a local server keeps its cluster: in the given folder, or in one that this points to.</summary>
internal static class ClusterFolder
{
    private const string TemporaryPrefix = "hotline-migrate-pg-";

    /// <summary>The state of the folder's cluster; null where there is no complete one.</summary>
    public static async Task<ServerState?> ReadAsync(string directory, CancellationToken cancellationToken) =>
        await ServerState.ReadAsync(directory, cancellationToken).ConfigureAwait(false) is { } state
        && IsOurs(directory, state.ClusterDirectory)
        && File.Exists(Path.Combine(DataOf(state), "PG_VERSION"))
            ? state
            : null;

    /// <summary>The data folder of a cluster.</summary>
    public static string DataOf(ServerState state) => Path.Combine(state.ClusterDirectory, "data");

    /// <summary>Chooses the folder of a new cluster: one that the server's account can reach.</summary>
    public static async Task<string> ChooseAsync(string directory, ServiceAccount? account, CancellationToken cancellationToken)
    {
        if (account is null || await account.ReachesAsync(directory, cancellationToken).ConfigureAwait(false))
        {
            return Inside(directory);
        }

        var temporary = await account.ReachesAsync(Path.GetTempPath(), cancellationToken).ConfigureAwait(false) ? Path.GetTempPath() : "/var/tmp";
        return Path.Combine(temporary, TemporaryPrefix + Guid.NewGuid().ToString("N"));
    }

    /// <summary>Removes the cluster of a folder and what is known of it.</summary>
    public static void Delete(string directory, ServerState? state)
    {
        foreach (var cluster in new[] { Inside(directory), state?.ClusterDirectory })
        {
            if (cluster is not null && Directory.Exists(cluster))
            {
                Directory.Delete(cluster, recursive: true);
            }
        }

        File.Delete(Path.Combine(directory, ServerState.FileName));
    }

    // The state is a file that anybody with the project may have written; what it points to gets deleted by root.
    private static bool IsOurs(string directory, string cluster) =>
        Path.GetFullPath(cluster) == Inside(directory)
        || (Path.GetFileName(cluster).StartsWith(TemporaryPrefix, StringComparison.Ordinal) && Path.GetFullPath(cluster) == cluster);

    private static string Inside(string directory) => Path.Combine(directory, "cluster");
}
