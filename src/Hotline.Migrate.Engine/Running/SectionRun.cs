using System.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>One section on its way through the server: what it holds, and how far an earlier run came.</summary>
internal sealed class SectionRun
{
    private readonly HistoryCommands history;
    private readonly Func<TimeSpan, IEnumerable<NpgsqlBatchCommand>> record;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly string[] prefixHashes;

    public SectionRun(
        PlannedChange change,
        Direction direction,
        MigrationSection section,
        UnfinishedRun? unfinished,
        HistoryCommands history,
        Func<TimeSpan, IEnumerable<NpgsqlBatchCommand>> record,
        bool mayMerge = false)
    {
        Change = change;
        Direction = direction;
        Steps = [.. section.Steps.Where(s => s.Commands.Count > 0)];
        Commands = [.. Steps.SelectMany(s => s.Commands)];
        IsMerged = mayMerge && unfinished is null && Steps.Count > 1 && !Steps.Any(s => s.NoTransaction);
        Unfinished = unfinished;
        this.history = history;
        this.record = record;
        prefixHashes = IsOneCommit ? [] : CommandPrefix.Hashes(Commands);
    }

    /// <summary>The change that it is.</summary>
    public PlannedChange Change { get; }

    /// <summary>Up or down.</summary>
    public Direction Direction { get; }

    /// <summary>The steps that hold a command.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; }

    /// <summary>The commands of all steps.</summary>
    public IReadOnlyList<MigrationCommand> Commands { get; }

    /// <summary>How far an earlier run came, if one stopped half-way.</summary>
    public UnfinishedRun? Unfinished { get; }

    /// <summary>Whether everything, the history included, is one transaction.</summary>
    public bool IsOneCommit => (Unfinished is null && Steps is [] or [{ NoTransaction: false }]) || IsMerged;

    /// <summary>Whether it is several steps that are committed as one.</summary>
    public bool IsMerged { get; }

    /// <summary>Whether the commands that an earlier run finished are still the same.</summary>
    public bool FitsUnfinished =>
        Unfinished is null || (Unfinished.Finished <= Commands.Count && prefixHashes[Unfinished.Finished] == Unfinished.PrefixHash);

    /// <summary>How often it was tried before, together with others.</summary>
    public int Tried { get; init; }

    /// <summary>The migration that is recorded when all is done, for an upgrade.</summary>
    public AppliedMigration? Applied { get; init; }

    /// <inheritdoc cref="RunnerOptions.Observation"/>
    public Func<PlannedChange, NpgsqlBatchCommand>? Observation { get; init; }

    /// <summary>The transaction of <paramref name="commands"/>, behind which all up to <paramref name="end"/> are done.</summary>
    public TransactionUnit Unit(IReadOnlyList<MigrationCommand> commands, int end) => new(Change, commands, () => Record(end))
    {
        Tried = Tried,
        Applied = IsOneCommit && Observation is null ? Applied : null,
    };

    /// <summary>The rows that say that commands up to <paramref name="finished"/> are done; with the last one the section is.</summary>
    public IEnumerable<NpgsqlBatchCommand> Record(int finished) =>
        Observation is null ? Rows(finished) : [Observation(Change), .. Rows(finished)];

    private IEnumerable<NpgsqlBatchCommand> Rows(int finished)
    {
        if (finished < Commands.Count)
        {
            return [history.Progress(Change.Revision, Direction, finished, prefixHashes[finished])];
        }

        return IsOneCommit ? record(TimeSpan.Zero) : [.. record(watch.Elapsed), history.Forget(Change.Revision)];
    }

    /// <summary>The row that says up to which key a batched command is done.</summary>
    public NpgsqlBatchCommand Progress(int command, BatchPosition position) =>
        history.Progress(Change.Revision, Direction, command, prefixHashes[command], key: position.ToString());

    /// <summary>How far an earlier run came with a batched command; <c>null</c> where it did not come to it.</summary>
    public BatchPosition? PositionOf(int command) =>
        Unfinished is { Key: { } kept, Finished: var finished } && finished == command ? BatchPosition.Parse(kept) : null;

    /// <summary>The row that says that a command outside a transaction is about to run, or that it failed.</summary>
    public NpgsqlBatchCommand Running(int command, bool failed = false) =>
        history.Progress(Change.Revision, Direction, command, prefixHashes[command], command, failed);
}
