using Hotline.Migrate.History;
using Hotline.Migrate.Impact;
using Hotline.Migrate.Rehearsing;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Runs a plan on a copy of the database, and tells what it did there.</summary>
internal static class RehearsalFlow
{
    /// <summary>Rehearses what <paramref name="plan"/> says; a database of more than <paramref name="limit"/> bytes is not copied whole.</summary>
    public static async Task<RunOutcome> ExecuteAsync(
        Func<DatabaseHistory, RunnerOptions, RunPlan> plan, DatabaseSession database, long limit, ToolServices services, CancellationToken cancellationToken)
    {
        // Its own connections would keep the database from being copied.
        await database.DisposeAsync().ConfigureAwait(false);
        var result = await Rehearsal.RunAsync(
            database.SessionSettings, database.Options, now => plan(now, database.Options), limit, services.Progress, cancellationToken).ConfigureAwait(false);
        services.Warn(result.Warnings);
        return new RunOutcome(
            database.Settings.Redacted,
            result.From,
            result.To,
            [.. result.Changes.Select(Describe)],
            result.Elapsed.TotalMilliseconds,
            IsPlan: false,
            DatabaseCreated: false)
        {
            Rehearsal = new RehearsalInfo(result.Way.ToString().ToLowerInvariant(), result.Reason, result.Copying.TotalMilliseconds),
        };
    }

    private static RunChange Describe(RehearsedChange change) => RunFlow.Describe(change.Change, change.Elapsed) with
    {
        Locks = [.. change.Locks.Select(held => new HeldLock(held.Relation.ToString(), held.Lock.Text, held.Lock.Blocks, held.IsRewritten, held.IsSeen))],
    };
}
