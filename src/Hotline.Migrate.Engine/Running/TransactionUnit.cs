using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Parsing;
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

    /// <summary>Whether a step without transaction ends with it, and with the step what its commands set in the session.</summary>
    public bool EndsSession { get; init; }

    /// <summary>The migration that it applies and records as a whole, where that is what it does.</summary>
    public AppliedMigration? Applied { get; init; }

    /// <summary>How often it was tried before, together with others.</summary>
    public int Tried { get; init; }

    /// <summary>Whether all of it can travel to the server at once.</summary>
    public bool FitsInOneBatch =>
        Commands.Count <= CommandBatch.MostCommands
        && Commands.All(c => c is SqlCommand)
        && Length <= CommandBatch.MostCharacters;

    /// <summary>How many characters its statements have.</summary>
    public long Length => Commands.Sum(c => (c as SqlCommand)?.Sql.Length ?? 0L);

    /// <summary>Whether the session has to be put right behind its commands.</summary>
    public bool ResetsSession => EndsSession || !Commands.All(c => c switch
    {
        SqlCommand sql => SessionRules.LeavesSessionAlone(sql.Sql),
        CopyCommand or StreamedCommand => true,
        _ => false,
    });

    /// <summary>Makes a statement with parameters that stands for a command; called anew for every attempt.</summary>
    public Func<(NpgsqlBatchCommand Statement, MigrationCommand Origin)>? Prepared { get; init; }
}
