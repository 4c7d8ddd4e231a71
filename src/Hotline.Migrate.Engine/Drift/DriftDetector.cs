using System.Diagnostics;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Running;
using Hotline.Migrate.Scratch;
using Diagnostic = Hotline.Migrate.Diagnostics.Diagnostic;

namespace Hotline.Migrate.Drift;

/// <summary>Compares a live database with what its applied revisions make of an empty one.</summary>
/// <remarks>
/// The revisions are replayed on a scratch database, so that both sides are PostgreSQL's own words. The live database is only
/// read. The history's tables, and what the filters leave to others, are left out.
/// </remarks>
public static class DriftDetector
{
    /// <summary>Looks for drift.</summary>
    /// <param name="migrations">The project's migrations.</param>
    /// <param name="database">The live database.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the search; the scratch databases are dropped.</param>
    /// <exception cref="DiagnosticException">
    /// The database cannot be reached, there is no scratch database to be had (HM0501, HM0502), or a revision cannot be replayed (HM0521).
    /// </exception>
    public static async Task<DriftReport> DetectAsync(
        MigrationSet migrations, ConnectionSettings database, DriftOptions? options = null, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var used = options ?? new DriftOptions();
        var managed = new ManagedObjects(used.Filters, used.Runner.History);
        var (history, live) = await ReadAsync(database, used.Runner, managed, cancellationToken).ConfigureAwait(false);

        var warnings = new List<Diagnostic>();
        var applied = AppliedMigrations.Of(migrations, history, warnings);
        var server = used.Scratch ?? database;
        var expected = await ReplayAsync(applied, server, used.Runner, managed, cancellationToken).ConfigureAwait(false);
        var compared = used.Filters.Manage.Roles.IsEmpty ? live.WithRolesOf(expected) : live;
        var comparison = await new StateComparer(server, managed, used.Runner)
            .CompareAsync(expected, compared, used.Answers, cancellationToken).ConfigureAwait(false);
        var sql = DriftSql.Of(comparison);
        return new DriftReport
        {
            Heads = history.Heads,
            Differences = comparison.Differences,
            AdoptSql = sql.Adopt,
            RevertSql = sql.Revert,
            Unclear = [.. comparison.Schemas.Questions.Select(DriftDiagnostics.Unclear)],
            Warnings = warnings,
            Elapsed = watch.Elapsed,
        };
    }

    private static async Task<(DatabaseHistory History, DatabaseState State)> ReadAsync(
        ConnectionSettings database, RunnerOptions options, ManagedObjects managed, CancellationToken cancellationToken)
    {
        var source = await DatabaseConnector.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var history = await new MigrationRunner(source, options).ReadHistoryAsync(withTexts: false, cancellationToken).ConfigureAwait(false);
            return (history, await DatabaseState.ReadAsync(source, managed, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<DatabaseState> ReplayAsync(
        IReadOnlyList<Migrations.Migration> applied,
        ConnectionSettings server,
        RunnerOptions options,
        ManagedObjects managed,
        CancellationToken cancellationToken)
    {
        var replay = await ScratchReplay.CreateAsync(server, managed, options, cancellationToken).ConfigureAwait(false);
        await using (replay.ConfigureAwait(false))
        {
            try
            {
                await replay.UpgradeAsync(applied, cancellationToken).ConfigureAwait(false);
            }
            catch (DiagnosticException failure)
            {
                throw DriftDiagnostics.ReplayFails(failure);
            }

            return await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
