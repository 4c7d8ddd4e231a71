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
    /// <summary>Runs what <paramref name="plan"/> says on a copy.</summary>
    /// <param name="settings">The database.</param>
    /// <param name="options">How migrations are run on it.</param>
    /// <param name="plan">Makes the plan of a history.</param>
    /// <param name="progress">Told what takes long.</param>
    /// <param name="cancellationToken">Interrupts; the copy is dropped all the same.</param>
    /// <exception cref="DiagnosticException">A migration failed on the copy, or there is no copy.</exception>
    public static async Task<RehearsalResult> RunAsync(
        ConnectionSettings settings,
        RunnerOptions options,
        Func<DatabaseHistory, RunPlan> plan,
        IProgress<string>? progress,
        CancellationToken cancellationToken = default)
    {
        var (copy, way, reason) = await CopyAsync(settings, options, progress, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            progress?.Report(reason);
            await LockLog.StartAsync(copy.DataSource, cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await new MigrationRunner(copy.DataSource, options with { Observation = LockLog.Of })
                    .RunAsync(plan, cancellationToken).ConfigureAwait(false);
                var locks = await LockLog.ReadAsync(copy.DataSource, cancellationToken).ConfigureAwait(false);
                return new RehearsalResult(
                    way,
                    reason,
                    result.From,
                    result.To,
                    [.. result.Changes.Select(c => new RehearsedChange(c.Change, c.Elapsed, [.. locks[c.Change.Revision]]))],
                    result.Warnings,
                    result.Elapsed);
            }
            catch (DiagnosticException e) when (e.Kind == FailureKind.Migration)
            {
                throw new DiagnosticException(e.Kind, [.. e.Diagnostics.Select(d => OnCopy(d, reason, settings))], e);
            }
        }
    }

    private static async Task<(ScratchDatabase Copy, RehearsalWay Way, string Reason)> CopyAsync(
        ConnectionSettings settings, RunnerOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var (clone, why) = await ScratchDatabase.CloneAsync(settings, cancellationToken).ConfigureAwait(false);
        if (clone is not null)
        {
            return (clone, RehearsalWay.Clone, $"Rehearsing on a whole copy of the database {settings.Database}.");
        }

        progress?.Report($"The database cannot be copied as a whole: {why}. Making one with the same schema.");
        var replica = await ScratchDatabase.CreateAsync(settings, cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = await Replica.FillAsync(settings, replica, options.History, cancellationToken).ConfigureAwait(false);
            return (replica, RehearsalWay.Replica, $"Rehearsing on a database with the same schema and {rows}, because {settings.Database} cannot be copied as a whole: {why}.");
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
