using Hotline.Migrate.Comparing;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Inspecting;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Scratch;
using Hotline.Migrate.Snapshots;
using Hotline.Migrate.Verifying.Rows;

namespace Hotline.Migrate.Verifying;

/// <summary>A proof: up step by step, compared with the model, down step by step, and up again.</summary>
internal sealed class VerifyRun(VerifyPlan plan, ConnectionSettings server, ManagedObjects managed, VerifyOptions options) : IAsyncDisposable
{
    private readonly StateComparer comparer = new(server, managed, options.Runner);
    private readonly List<VerifyFinding> findings = [];

    // The state before the step of the same place, and after the last one.
    private readonly List<DatabaseState> states = [];
    private ScratchReplay? replay;

    /// <summary>What does not hold, so far.</summary>
    public IReadOnlyList<VerifyFinding> Findings => findings;

    public async Task RunAsync(DatabaseSchema? model, CancellationToken cancellationToken)
    {
        if (!await UpAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (model is not null)
        {
            Report("model", null, 1, 1);
            await CompareWithModelAsync(model, cancellationToken).ConfigureAwait(false);
        }

        await DownAsync(cancellationToken).ConfigureAwait(false);
        await AgainAsync(cancellationToken).ConfigureAwait(false);
        if (options.Rows && findings.Count == 0)
        {
            await RowsAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => replay?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> UpAsync(CancellationToken cancellationToken)
    {
        replay = await ScratchReplay.CreateAsync(server, managed, options.Runner, cancellationToken).ConfigureAwait(false);
        foreach (var (i, migration) in plan.Ground.Index())
        {
            Report("replay", migration, i + 1, plan.Ground.Count);
            if (await FailsAsync(migration, () => replay.UpgradeAsync([migration], cancellationToken), VerifyFindings.UpgradeFails).ConfigureAwait(false))
            {
                return false;
            }
        }

        states.Add(await replay.ReadAsync(cancellationToken).ConfigureAwait(false));
        foreach (var migration in plan.Steps)
        {
            Report("upgrade", migration, states.Count, plan.Steps.Count);
            if (await FailsAsync(migration, () => replay.UpgradeAsync([migration], cancellationToken), VerifyFindings.UpgradeFails).ConfigureAwait(false))
            {
                return false;
            }

            states.Add(await replay.ReadAsync(cancellationToken).ConfigureAwait(false));
        }

        return true;
    }

    private async Task CompareWithModelAsync(DatabaseSchema model, CancellationToken cancellationToken)
    {
        // A model that does not stand alone, because it uses a function that a migration makes by hand, is taken as it is written.
        var plain = SnapshotHints.Strip(model);
        var expected = await comparer.MakeAsync(plain, cancellationToken).ConfigureAwait(false) ?? managed.Of(new DatabaseState(plain, []));

        var differences = await DifferencesAsync(expected.SpokenOfBy(plain), states[^1].SpokenOfBy(plain), cancellationToken).ConfigureAwait(false);
        if (!differences.IsEmpty)
        {
            findings.Add(VerifyFindings.ModelDiffers(plan.Steps.Concat(plan.Ground).LastOrDefault(), differences));
        }
    }

    private async Task DownAsync(CancellationToken cancellationToken)
    {
        for (var i = plan.Steps.Count - 1; i >= 0; i--)
        {
            var migration = plan.Steps[i];
            Report("downgrade", migration, plan.Steps.Count - i, plan.Steps.Count);
            var bad = await FailsAsync(migration, () => replay!.DowngradeAsync(migration, cancellationToken), VerifyFindings.DowngradeFails)
                .ConfigureAwait(false);
            if (!bad)
            {
                var differences = await DifferencesAsync(states[i], await replay!.ReadAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false);
                bad = !differences.IsEmpty;
                if (bad)
                {
                    findings.Add(VerifyFindings.DowngradeDiffers(migration, differences));
                }
            }

            if (bad)
            {
                await RestartAsync(i, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The downgrades below are proven on the schema that they were written for, not on what a wrong one left.
    private async Task RestartAsync(int steps, CancellationToken cancellationToken)
    {
        await replay!.DisposeAsync().ConfigureAwait(false);
        replay = null;
        replay = await ScratchReplay.CreateAsync(server, managed, options.Runner, cancellationToken).ConfigureAwait(false);
        await replay.UpgradeAsync(plan.Ground.Concat(plan.Steps.Take(steps)), cancellationToken).ConfigureAwait(false);
    }

    private async Task AgainAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var migration = plan.Steps[i];
            Report("again", migration, i + 1, plan.Steps.Count);
            if (await FailsAsync(migration, () => replay!.UpgradeAsync([migration], cancellationToken), VerifyFindings.SecondUpgradeFails).ConfigureAwait(false))
            {
                return;
            }
        }

        var differences = await DifferencesAsync(states[^1], await replay!.ReadAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        if (!differences.IsEmpty)
        {
            findings.Add(VerifyFindings.SecondUpgradeDiffers(plan.Steps[^1], differences));
        }
    }

    private async Task RowsAsync(CancellationToken cancellationToken)
    {
        await RestartAsync(0, cancellationToken).ConfigureAwait(false);
        var proof = new RowProof(replay!, findings);
        foreach (var (i, migration) in plan.Steps.Index())
        {
            Report("rows", migration, i + 1, plan.Steps.Count);
            if (await FailsAsync(migration, () => proof.ProveAsync(migration, states[i], states[i + 1], cancellationToken), VerifyFindings.UpgradeFails)
                .ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<EquatableArray<SchemaDifference>> DifferencesAsync(DatabaseState expected, DatabaseState found, CancellationToken cancellationToken) =>
        (await comparer.CompareAsync(expected, found, null, cancellationToken).ConfigureAwait(false)).Differences;

    private async Task<bool> FailsAsync(Migration migration, Func<Task> step, Func<Migration, DiagnosticException, VerifyFinding> finding)
    {
        try
        {
            await step().ConfigureAwait(false);
            return false;
        }
        catch (DiagnosticException failure)
        {
            findings.Add(finding(migration, failure));
            return true;
        }
    }

    private void Report(string name, Migration? migration, int number, int total) =>
        options.Progress?.Report(new VerifyStep(name, migration?.Revision, number, total));
}
