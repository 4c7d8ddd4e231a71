using Hotline.Migrate.Rehearsing;
using Hotline.Migrate.Tool.Databases;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>How a command runs migrations.</summary>
internal sealed record RunOptions
{
    /// <summary>The connection's options.</summary>
    public DatabaseOptions Database { get; init; } = new();

    /// <summary>Whether to show what would be done, and do nothing.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Whether to run on a copy of the database.</summary>
    public bool Rehearse { get; init; }

    /// <summary>How many bytes a database may have to be copied whole for that.</summary>
    public long RehearsalLimit { get; init; } = Rehearsal.DefaultLimit;

    /// <summary>Whether to make a backup first.</summary>
    public bool Backup { get; init; }

    /// <summary>The file or folder for the backup; <c>null</c> for the current folder.</summary>
    public string? BackupPath { get; init; }

    /// <summary>The name of the database, which confirms that data is lost.</summary>
    public string? Confirm { get; init; }
}
