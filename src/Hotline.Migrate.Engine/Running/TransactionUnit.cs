using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>What is committed at once: commands of a migration, and the rows that say so.</summary>
/// <param name="Change">The change it belongs to.</param>
/// <param name="Commands">The migration's commands.</param>
/// <param name="Bookkeeping">Makes the statements that record it; called anew for every attempt.</param>
internal sealed record TransactionUnit(
    PlannedChange Change,
    IReadOnlyList<MigrationCommand> Commands,
    Func<IEnumerable<NpgsqlBatchCommand>> Bookkeeping)
{
    /// <summary>Whether what the commands set in the session stays for the next unit: within a step without transaction.</summary>
    public bool KeepsSession { get; init; }

    /// <summary>Makes a statement with parameters that stands for a command; called anew for every attempt.</summary>
    public Func<(NpgsqlBatchCommand Statement, MigrationCommand Origin)>? Prepared { get; init; }
}
