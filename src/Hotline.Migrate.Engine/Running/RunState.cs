using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>Says where a database is after a change failed.</summary>
internal static class RunState
{
    /// <summary>One sentence about the database, for the person who must act.</summary>
    public static string Describe(PlannedChange change, DatabaseHistory history)
    {
        var direction = change is PlannedChange.Downgrade ? Direction.Downgrade : Direction.Upgrade;
        if (history.FindUnfinished(change.Revision, direction) is { } half)
        {
            return half.Finished switch
            {
                0 => $"No statement of {change.Revision} is done; the next run begins with its first one.",
                1 => $"1 statement of {change.Revision} is done and stays; the next run goes on behind it.",
                var finished => FormattableString.Invariant(
                    $"{finished} statements of {change.Revision} are done and stay; the next run goes on behind them."),
            };
        }

        return history.Heads is { Count: > 0 } heads
            ? $"Rolled back: the database is still at {string.Join(", ", heads)}."
            : "Rolled back: the database is still at base.";
    }
}
