using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Makes one planned change.</summary>
internal sealed class ChangeExecution(RunnerOptions options)
{
    private readonly HistoryCommands commands = new(options.History);
    private readonly TransactionExecution transactions = new(options);

    /// <summary>Makes <paramref name="change"/> on <paramref name="session"/>, history included.</summary>
    public Task RunAsync(WorkSession session, PlannedChange change, DatabaseHistory history, CancellationToken cancellationToken) =>
        new SectionExecution(transactions, options).RunAsync(session, Section(change, history), cancellationToken);

    /// <summary>Makes <paramref name="change"/> within a transaction that the caller ends.</summary>
    public Task RunWithinAsync(
        WorkSession session, NpgsqlTransaction transaction, PlannedChange change, DatabaseHistory history, CancellationToken cancellationToken)
    {
        var run = Section(change, history);
        return transactions.RunWithinAsync(
            session, transaction, new TransactionUnit(change, run.Commands, () => run.Record(run.Commands.Count)), cancellationToken);
    }

    /// <summary>Whether <paramref name="history"/> shows that <paramref name="change"/> is made.</summary>
    public static bool IsMade(PlannedChange change, DatabaseHistory history) => change switch
    {
        PlannedChange.Upgrade up => history.Find(up.Revision)?.Hash == up.Migration.ContentHash,
        PlannedChange.Downgrade down => !history.Contains(down.Revision),
        PlannedChange.Seal seal => history.Find(seal.Revision) is { IsDraft: false },
        PlannedChange.Stamp stamp => history.Contains(stamp.Revision),
        _ => !history.Contains(change.Revision),
    };

    private SectionRun Section(PlannedChange change, DatabaseHistory history) => change switch
    {
        PlannedChange.Upgrade up => new(change, Direction.Upgrade, up.Migration.Upgrade,
            history.FindUnfinished(up.Revision, Direction.Upgrade), commands,
            spent => [commands.Insert(up.Migration, up.Migration.ContentHash, change.Name, spent)]),
        PlannedChange.Downgrade down => new(change, Direction.Downgrade, down.WayBack,
            history.FindUnfinished(down.Revision, Direction.Downgrade), commands,
            spent => [commands.Delete(down.Row, change.Name, spent)]),
        PlannedChange.Seal seal => Bookkeeping(change, () => [commands.Seal(seal.Migration, seal.Migration.ContentHash)]),
        PlannedChange.Stamp stamp => Bookkeeping(change, () =>
            [commands.Insert(stamp.Migration, stamp.Migration.ContentHash, change.Name, null), commands.Forget(change.Revision)]),
        PlannedChange.Unstamp unstamp => Bookkeeping(change, () =>
            [commands.Delete(unstamp.Row, change.Name, null), commands.Forget(change.Revision)]),
        _ => throw new InvalidOperationException($"An unknown change: {change}."),
    };

    private SectionRun Bookkeeping(PlannedChange change, Func<IEnumerable<NpgsqlBatchCommand>> rows) =>
        new(change, Direction.Upgrade, MigrationSection.Empty, null, commands, _ => rows());
}
