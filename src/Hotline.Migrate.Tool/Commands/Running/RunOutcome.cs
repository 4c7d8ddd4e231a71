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
    bool DatabaseCreated);
