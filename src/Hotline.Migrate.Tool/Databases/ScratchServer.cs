using Hotline.Migrate.Connecting;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Tool.Databases;

/// <summary>A server for scratch databases.</summary>
/// <param name="Settings">A database on it, which need not be there.</param>
/// <param name="Options">How migrations are run on it.</param>
internal sealed record ScratchServer(ConnectionSettings Settings, RunnerOptions Options);
