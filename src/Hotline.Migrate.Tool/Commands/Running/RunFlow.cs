using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Planning;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Code;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Plans a run, has the loss of data confirmed, and runs it.</summary>
internal static class RunFlow
{
    /// <summary>Does what the plan says, or tells it.</summary>
    /// <param name="plan">Makes the plan; asked again under the lock.</param>
    /// <param name="options">The command's options.</param>
    /// <param name="services">The command's surroundings.</param>
    /// <param name="cancellationToken">Interrupts the run at a boundary between migrations.</param>
    /// <param name="goesBack">Whether the plan looks at the ways back that the history keeps.</param>
    public static async Task<RunOutcome> ExecuteAsync(
        Func<MigrationSet, DatabaseHistory, RunnerOptions, RunPlan> plan,
        RunOptions options,
        ToolServices services,
        CancellationToken cancellationToken,
        bool goesBack = false)
    {
        var (set, database, history) = await services.OpenAsync(options.Database, goesBack, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var first = plan(set, history, database.Options);
            if (options.PlanOnly)
            {
                services.Warn(first.Warnings);
                return Plan(set, history, first, database, await PlanImpact.ReadAsync(database.Source, first, cancellationToken).ConfigureAwait(false));
            }

            if (first.Changes.IsEmpty)
            {
                services.Warn(first.Warnings);
                return new RunOutcome(database.Settings.Redacted, history.Heads, history.Heads, [], ElapsedMs: 0, IsPlan: false, database.IsNew);
            }

            ProjectCode.Require(first.Changes.Select(Section).OfType<MigrationSection>());
            if (options.Rehearse)
            {
                return await RehearsalFlow.ExecuteAsync(
                    (now, runner) => plan(set, now, runner), database, options.RehearsalLimit, services, cancellationToken).ConfigureAwait(false);
            }

            services.RunProgress.Report(new RunEvent.Planned(first));
            var losses = Losses(first);
            await services.Confirmation.RequireAsync(
                database.Name,
                await LossLook.RealAsync(database.Source, losses, cancellationToken).ConfigureAwait(false),
                options.Confirm,
                cancellationToken).ConfigureAwait(false);
            var backup = await BackupFlow.ExecuteAsync(options, database, services, cancellationToken).ConfigureAwait(false);
            var result = await database.RunAsync(
                now => Agreed(plan(set, now, database.Options), losses, options.Confirm == database.Name, database, services),
                goesBack,
                cancellationToken).ConfigureAwait(false);
            services.Warn(result.Warnings);
            return new RunOutcome(
                database.Settings.Redacted,
                result.From,
                result.To,
                [.. result.Changes.Select(c => Describe(c.Change, c.Elapsed))],
                result.Elapsed.TotalMilliseconds,
                IsPlan: false,
                database.IsNew)
            {
                Backup = backup,
            };
        }
    }

    // Between the question and the lock another run may have changed the plan: what nobody agreed to is not done.
    private static RunPlan Agreed(
        RunPlan plan, IReadOnlyList<DataLossNote> agreed, bool isConfirmed, DatabaseSession database, ToolServices services)
    {
        var losses = Losses(plan).Except(agreed).ToArray();
        if (losses.Length > 0 && !isConfirmed)
        {
            services.Confirmation.Refuse(database.Name, losses);
        }

        return plan;
    }

    // An applied draft that is replaced by its new text is the development database's business.
    private static DataLossNote[] Losses(RunPlan plan)
    {
        var isUpgrade = plan.Changes.Any(c => c is PlannedChange.Upgrade);
        return
        [
            .. DataLosses.Of(plan.Changes
                .Where(c => !(isUpgrade && c is PlannedChange.Downgrade { Row.IsDraft: true }))
                .Select(Section)
                .OfType<MigrationSection>()),
        ];
    }

    private static RunOutcome Plan(MigrationSet set, DatabaseHistory history, RunPlan plan, DatabaseSession database, PlanImpact impact)
    {
        var graph = set.GraphWith(history);
        string[] before = [.. history.Applied.Select(a => a.Revision)];
        var after = plan.Changes.Aggregate(before.ToHashSet(StringComparer.Ordinal), (state, change) =>
        {
            _ = change is PlannedChange.Downgrade or PlannedChange.Unstamp ? state.Remove(change.Revision) : state.Add(change.Revision);
            return state;
        });
        return new RunOutcome(
            database.Settings.Redacted,
            graph.Current(before),
            graph.Current(after),
            [.. impact.Changes.Select(c => Describe(c.Change, elapsed: null) with { Statements = PlannedLocks.Of(c, impact) })],
            ElapsedMs: 0,
            IsPlan: true,
            DatabaseCreated: false);
    }

    /// <summary>What is told of a change.</summary>
    public static RunChange Describe(PlannedChange change, TimeSpan? elapsed)
    {
        var section = Section(change);
        return new RunChange(
            change.Name,
            change.Revision,
            change.Message,
            section?.Steps.Sum(step => step.Commands.Count) ?? 0,
            section is null ? [] : [.. DataLosses.Of(section).Select(loss => loss.Text)],
            elapsed?.TotalMilliseconds,
            elapsed is null ? section?.Text.Trim('\r', '\n') : null);
    }

    private static MigrationSection? Section(PlannedChange change) => change switch
    {
        PlannedChange.Upgrade upgrade => upgrade.Migration.Upgrade,
        PlannedChange.Downgrade downgrade => downgrade.Section,
        _ => null,
    };
}
