using System.Diagnostics;
using System.Globalization;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Running;
using Hotline.Migrate.Scratch;
using Npgsql;

namespace Hotline.Migrate.Rehearsing;

/// <summary>Runs a plan on a copy of a database, which is dropped again: the database itself is only read.</summary>
public static class Rehearsal
{
    /// <summary>The biggest database that is copied whole unless more is asked for: a copy takes as much disk again, and keeps everybody out meanwhile.</summary>
    public const long DefaultLimit = 10L << 30;

    /// <summary>Runs what <paramref name="plan"/> says on a copy.</summary>
    /// <param name="settings">The database.</param>
    /// <param name="options">How migrations are run on it.</param>
    /// <param name="plan">Makes the plan of a history.</param>
    /// <param name="limit">How many bytes a database may have to be copied whole.</param>
    /// <param name="progress">Told what takes long.</param>
    /// <param name="cancellationToken">Interrupts; the copy is dropped all the same.</param>
    /// <exception cref="DiagnosticException">A migration failed on the copy, or there is no copy.</exception>
    public static async Task<RehearsalResult> RunAsync(
        ConnectionSettings settings,
        RunnerOptions options,
        Func<DatabaseHistory, RunPlan> plan,
        long limit,
        IProgress<string>? progress,
        CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var (copy, way, reason) = await CopyAsync(settings, options, limit, progress, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            var copying = watch.Elapsed;
            progress?.Report(reason);
            await LockLog.StartAsync(copy.DataSource, cancellationToken).ConfigureAwait(false);
            try
            {
                var runner = new MigrationRunner(copy.DataSource, options with { Observation = LockLog.Of });
                var history = await runner.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
                var unseen = await UnseenLocks.OfAsync(copy.DataSource, plan(history), cancellationToken).ConfigureAwait(false);
                var result = await runner.RunAsync(plan, cancellationToken).ConfigureAwait(false);
                var locks = await LockLog.ReadAsync(copy.DataSource, cancellationToken).ConfigureAwait(false);
                return new RehearsalResult(
                    way,
                    reason,
                    result.From,
                    result.To,
                    [.. result.Changes.Select(c => new RehearsedChange(c.Change, c.Elapsed, UnseenLocks.Join([.. locks[c.Change.Revision]], [.. unseen[c.Change.Revision]])))],
                    result.Warnings,
                    result.Elapsed,
                    copying);
            }
            catch (DiagnosticException e) when (e.Kind == FailureKind.Migration)
            {
                throw new DiagnosticException(e.Kind, [.. e.Diagnostics.Select(d => OnCopy(d, reason, settings))], e);
            }
        }
    }

    private static async Task<(ScratchDatabase Copy, RehearsalWay Way, string Reason)> CopyAsync(
        ConnectionSettings settings, RunnerOptions options, long limit, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var (clone, why) = await ScratchDatabase.CloneAsync(settings, new CopyLimit(limit, "--rehearse=SIZE copies more"), cancellationToken).ConfigureAwait(false);
        if (clone is not null)
        {
            var size = await DatabaseClone.SizeAsync(settings, clone.Name, cancellationToken).ConfigureAwait(false);
            return (clone, RehearsalWay.Clone, string.Create(
                CultureInfo.InvariantCulture,
                $"Rehearsing on a whole copy of the database {settings.Database} ({Sizes.Text(size)}, made in {watch.Elapsed.TotalSeconds:0.0} s)."));
        }

        progress?.Report($"The database is not copied as a whole: {why}. Making one with the same schema.");
        var replica = await ScratchDatabase.CreateAsync(settings, cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = await Replica.FillAsync(settings, replica, options.History, cancellationToken).ConfigureAwait(false);
            return (replica, RehearsalWay.Replica, string.Create(
                CultureInfo.InvariantCulture,
                $"Rehearsing on a database with the same schema and {rows} (made in {watch.Elapsed.TotalSeconds:0.0} s), because {settings.Database} is not copied as a whole: {why}."));
        }
        catch (Exception e)
        {
            await replica.DisposeAsync().ConfigureAwait(false);
            if (e is PostgresException refusal)
            {
                throw NotPossible(settings, refusal, why);
            }

            throw;
        }
    }

    private static Diagnostic OnCopy(Diagnostic diagnostic, string reason, ConnectionSettings settings) => diagnostic with
    {
        Why = $"{reason} The copy is dropped, and nothing was changed in {settings.Database}.\n{diagnostic.Why}".TrimEnd(),
        NextActions = ["Correct the migration, and rehearse it again."],
    };

    private static DiagnosticException NotPossible(ConnectionSettings settings, PostgresException refusal, string why) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.RehearsalNotPossible,
        Summary = "There is no copy of the database to rehearse on. Nothing was changed.",
        Why = $"It cannot be copied as a whole: {why}.\nA database with the same schema could not be made: {settings.Scrubber.Scrub(refusal.MessageText)}",
        SqlState = refusal.SqlState,
        NextActions =
        [
            "End the sessions that use the database, and rehearse again: it is then copied as a whole.",
            "Or install a pg_dump of the server's version or newer, which can copy every schema.",
        ],
    }, refusal);
}
