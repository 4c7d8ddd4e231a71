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
            await UpgradeAsync(replay, applied, live?.State.Unmodelled ?? [], cancellationToken).ConfigureAwait(false);
            var state = await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
            var comparison = live is null
                ? null
                : await new StateComparer(server, managed, options).CompareAsync(state, live.State, answers: null, cancellationToken).ConfigureAwait(false);
            if (pending.Count > 0)
            {
                await UpgradeAsync(replay, pending, live?.State.Unmodelled ?? [], cancellationToken).ConfigureAwait(false);
                state = await replay.ReadAsync(cancellationToken).ConfigureAwait(false);
            }

            var missing = live is null ? [] : live.LeftOut.Except(state.Unmodelled.Select(o => o.ToString()), StringComparer.Ordinal);
            return new ReplayResult(state.Schema, comparison?.Differences ?? [], [.. missing]);
        }
    }

    // PostgreSQL quotes what it misses, and of an operator it writes the operands around it.
    private static UnmodelledObject[] Named(IEnumerable<UnmodelledObject> unmodelled, string message) =>
    [
        .. unmodelled.Where(o => !o.IsRelation && o.Name.Name.Split('(', ' ')[0] is { Length: > 0 } name
            && (message.Contains($"\"{name}\"", StringComparison.Ordinal)
                || message.Contains($".{name}\"", StringComparison.Ordinal)
                || (o.Kind == "operator" && message.Contains($" {name} ", StringComparison.Ordinal)))),
    ];

    private static async Task UpgradeAsync(ScratchReplay replay, IReadOnlyList<Migration> migrations, IReadOnlyList<UnmodelledObject> unmodelled, CancellationToken cancellationToken)
    {
        try
        {
            await replay.UpgradeAsync(migrations, cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException failure)
        {
            var first = failure.Diagnostics[0];
            var missing = Named(unmodelled, first.Summary + first.Why);
            throw new DiagnosticException(
                failure.Kind,
                [
                    (missing.Length == 0 ? first : first with
                    {
                        Why = $"{(first.Why is null ? "" : first.Why + "\n")}The database has what no migration is made of: {string.Join(", ", missing.Select(o => o.ToString()))}.",
                        NextActions =
                        [
                            "Write it all the same, and make the object in the migration by hand, before what needs it: --no-verify",
                            "Or leave what needs it to others with 'ignore' in hotline-migrate.json.",
                        ],
                    }) with
                    {
                        Code = DiagnosticCodes.BaselineDiffers,
                        Summary = $"The migrations fail on an empty database: {first.Summary}",
                    },
                    .. failure.Diagnostics.Skip(1),
                ],
                failure);
        }
    }
}
