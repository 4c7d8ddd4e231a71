using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>Makes one planned change.</summary>
internal sealed class ChangeExecution(RunnerOptions options)
{
    private const int MostMerged = 1000;

    private readonly HistoryCommands commands = new(options.History);
    private readonly TransactionExecution transactions = new(options);

    /// <summary>Makes <paramref name="change"/> on <paramref name="session"/>, history included.</summary>
    /// <param name="session">The session.</param>
    /// <param name="change">The change.</param>
    /// <param name="history">What the database had when the plan was made.</param>
    /// <param name="tried">How often it was tried before, together with others.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public async Task RunAsync(WorkSession session, PlannedChange change, DatabaseHistory history, int tried, CancellationToken cancellationToken)
    {
        var sections = new SectionExecution(transactions, options);
        var run = Section(change, history, tried, MayMerge(change));
        try
        {
            await sections.RunAsync(session, run, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailure failure) when (run.IsMerged && NeedsCommitBefore(failure))
        {
            await sections.RunAsync(session, Section(change, history, tried, mayMerge: false), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="TransactionExecution.PauseAsync"/>
    public Task PauseAsync(PlannedChange change, CommandFailure failure, int attempt, CancellationToken cancellationToken) =>
        transactions.PauseAsync(change, failure, attempt, cancellationToken);

    /// <summary>Makes a change within a transaction that the caller ends.</summary>
    public Task RunWithinAsync(
        WorkSession session, NpgsqlTransaction transaction, TransactionUnit unit, CancellationToken cancellationToken) =>
        transactions.RunWithinAsync(session, transaction, unit, cancellationToken);

    /// <inheritdoc cref="TransactionExecution.RunTogetherAsync"/>
    public Task RunTogetherAsync(
        WorkSession session, IReadOnlyList<TransactionUnit> units, NpgsqlTransaction? transaction, Action<int> done, CancellationToken cancellationToken) =>
        transactions.RunTogetherAsync(session, units, transaction, done, cancellationToken);

    /// <summary>The change as one transaction, history included; <c>null</c> where it commits more than once.</summary>
    public TransactionUnit? Whole(PlannedChange change, DatabaseHistory history) =>
        Section(change, history, 0, options.SingleTransaction) is { IsOneCommit: true } run ? run.Unit(run.Commands, run.Commands.Count) : null;

    /// <summary>Whether <paramref name="history"/> shows that <paramref name="change"/> is made.</summary>
    public static bool IsMade(PlannedChange change, DatabaseHistory history) => change switch
    {
        PlannedChange.Upgrade up => history.Find(up.Revision)?.Hash == up.Migration.ContentHash,
        PlannedChange.Downgrade down => !history.Contains(down.Revision),
        PlannedChange.Seal seal => history.Find(seal.Revision) is { IsDraft: false },
        PlannedChange.Stamp stamp => history.Contains(stamp.Revision),
        _ => !history.Contains(change.Revision),
    };

    // A draft that stopped half-way would be in the way of its next text, which is to be expected. Nobody else uses a development database,
    // so that one transaction is as good as several.
    private bool MayMerge(PlannedChange change) => options.SingleTransaction || change switch
    {
        PlannedChange.Upgrade { Migration: { IsDraft: true } draft } => IsSmall(draft.Upgrade),
        PlannedChange.Downgrade { Row.IsDraft: true } down => IsSmall(down.WayBack),
        _ => false,
    };

    // The server has no room for the locks of many more.
    private static bool IsSmall(MigrationSection section) => section.Steps.Sum(step => step.Commands.Count) <= MostMerged;

    /// <summary>Whether a statement cannot follow another one in the same transaction: it uses a new enum value, or waits for triggers.</summary>
    public static bool NeedsCommitBefore(CommandFailure failure) =>
        failure.Error.SqlState is "55P04" or PostgresErrorCodes.ObjectInUse;

    private SectionRun Section(PlannedChange change, DatabaseHistory history, int tried, bool mayMerge) => change switch
    {
        PlannedChange.Upgrade up => new(change, Direction.Upgrade, up.Migration.Upgrade,
            history.FindUnfinished(up.Revision, Direction.Upgrade), commands,
            spent => [commands.Insert(up.Migration, up.Migration.ContentHash, change.Name, spent)], mayMerge)
        {
            Tried = tried,
            Observation = options.Observation,
            Applied = new(up.Migration, change.Name),
        },
        PlannedChange.Downgrade down => new(change, Direction.Downgrade, down.WayBack,
            history.FindUnfinished(down.Revision, Direction.Downgrade), commands,
            spent => [commands.Delete(down.Row, change.Name, spent)], mayMerge) { Tried = tried, Observation = options.Observation },
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
