namespace Hotline.Migrate.LocalServers;

/// <summary>What is in the folder of a local server.</summary>
/// <param name="Exists">Whether there is a cluster.</param>
/// <param name="Server">The server, if it runs.</param>
public sealed record LocalServerStatus(bool Exists, RunningServer? Server);
