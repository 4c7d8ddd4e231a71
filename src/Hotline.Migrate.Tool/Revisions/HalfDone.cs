using Hotline.Migrate.History;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Tool.Revisions;

/// <summary>A revision that was interrupted between two commits, as it is shown and as the JSON documents hold it.</summary>
/// <param name="Revision">The revision's id.</param>
/// <param name="Direction"><c>upgrade</c> or <c>downgrade</c>.</param>
/// <param name="Finished">How many statements of that section are done and stay.</param>
/// <param name="Total">How many it has; <c>null</c> where its file is missing, or is another one now.</param>
/// <param name="Rows">How many rows the batched statement at hand has behind it, if one was at work.</param>
/// <param name="OutcomeUnknown">Whether a statement outside a transaction was at work; the next run looks what became of it.</param>
/// <param name="UpdatedAt">When it came that far (UTC).</param>
internal sealed record HalfDone(
    string Revision, string Direction, int Finished, int? Total, long? Rows, bool OutcomeUnknown, DateTime UpdatedAt)
{
    /// <summary>What a database has half done.</summary>
    public static IReadOnlyList<HalfDone> AllOf(MigrationSet set, DatabaseHistory history) =>
        [.. history.Unfinished.Select(run => Of(run, set))];

    /// <summary>How far it is, in a few words.</summary>
    public string Extent => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Finished}{(Total is { } total ? $" of {total}" : "")} statements")
        + (Rows is { } rows ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and {rows:N0} rows of the next") : "")
        + $" of its {Direction} are done";

    private static HalfDone Of(UnfinishedRun run, MigrationSet set)
    {
        var isUp = run.Direction == History.Direction.Upgrade;
        var section = set.Find(run.Revision) is { } file ? isUp ? file.Upgrade : file.Downgrade : null;
        return new(
            run.Revision,
            isUp ? "upgrade" : "downgrade",
            run.Finished,
            section?.Steps.Sum(step => step.Commands.Count) is { } total && total >= run.Finished ? total : null,
            run.Rows,
            run.IsOutcomeUnknown,
            run.UpdatedAt.UtcDateTime);
    }
}
