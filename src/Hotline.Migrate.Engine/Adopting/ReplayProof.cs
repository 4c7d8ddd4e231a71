using Hotline.Migrate.Configuration;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Scratch;

namespace Hotline.Migrate.Adopting;

/// <summary>Replays the first migrations of a project on a scratch database, beside the database that they stand for.</summary>
/// <param name="server">The server for the scratch database.</param>
/// <param name="filters">What of a database is the project's.</param>
/// <param name="options">How migrations are run.</param>
public sealed class ReplayProof(ConnectionSettings server, ObjectFilters filters, RunnerOptions options)
{
    /// <summary>Replays migrations, and compares what the first of them make with a database.</summary>
    /// <param name="applied">What the database has, in order.</param>
    /// <param name="pending">What follows.</param>
    /// <param name="live">The database; <c>null</c> where there is none to compare with.</param>
    /// <param name="cancellationToken">Ends the replay; the scratch database is dropped.</param>
    /// <exception cref="DiagnosticException">
    /// A migration fails (HM0545), or there is no scratch database to be had (HM0501, HM0502).
    /// </exception>
    public async Task<ReplayResult> RunAsync(
        IReadOnlyList<Migration> applied, IReadOnlyList<Migration> pending, ExistingDatabase? live, CancellationToken cancellationToken = default)
    {
        var managed = new ManagedObjects(filters, options.History);
        var replay = await ScratchReplay.CreateAsync(server, managed, options, cancellationToken).ConfigureAwait(false);
        await using (replay.ConfigureAwait(false))
        {
            await UpgradeAsync(replay, applied, cancellationToken).ConfigureAwait(false);
            var state = await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
            var comparison = live is null
                ? null
                : await new StateComparer(server, managed, options).CompareAsync(state, live.State, answers: null, cancellationToken).ConfigureAwait(false);
            if (pending.Count > 0)
            {
                await UpgradeAsync(replay, pending, cancellationToken).ConfigureAwait(false);
                state = await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
            }

            var missing = live is null ? [] : live.LeftOut.Except(state.Unmodelled.Select(o => o.ToString()), StringComparer.Ordinal);
            return new ReplayResult(state.Schema, comparison?.Differences ?? [], [.. missing]);
        }
    }

    private static async Task UpgradeAsync(ScratchReplay replay, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        try
        {
            await replay.UpgradeAsync(migrations, cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException failure)
        {
            throw new DiagnosticException(
                failure.Kind,
                [
                    failure.Diagnostics[0] with
                    {
                        Code = DiagnosticCodes.BaselineDiffers,
                        Summary = $"The migrations fail on an empty database: {failure.Diagnostics[0].Summary}",
                    },
                    .. failure.Diagnostics.Skip(1),
                ],
                failure);
        }
    }
}
