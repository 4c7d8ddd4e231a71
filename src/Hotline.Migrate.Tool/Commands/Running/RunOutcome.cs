using System.Text.Json.Serialization;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>What a run did, or would do.</summary>
/// <param name="Database">The database, without its password.</param>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it is; in a plan, where it would be.</param>
/// <param name="Changes">The changes in order; empty when there was nothing to do.</param>
/// <param name="ElapsedMs">How long it took.</param>
/// <param name="IsPlan">Whether nothing was done.</param>
/// <param name="DatabaseCreated">Whether the database was created.</param>
internal sealed record RunOutcome(
    string Database,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<RunChange> Changes,
    double ElapsedMs,
    bool IsPlan,
    bool DatabaseCreated)
{
    /// <summary>What it ran on, where it was a rehearsal and the database was not changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RehearsalInfo? Rehearsal { get; init; }

    /// <summary>The backup that was made before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BackupInfo? Backup { get; init; }
}
