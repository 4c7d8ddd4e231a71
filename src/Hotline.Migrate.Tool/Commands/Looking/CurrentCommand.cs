using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Shows where the database is.</summary>
internal sealed class CurrentCommand : Command<NoOptions, CurrentOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("current", CommandGroup.Look, "Shows the revision that the database is at.")
    {
        Examples = ["current", "current --quiet", "current --env staging --json"],
    };

    /// <inheritdoc />
    protected override Printer<CurrentOutcome> Printer { get; } = new CurrentPrinter();

    /// <inheritdoc />
    protected override Func<NoOptions> Declare(CommandSyntax syntax) => () => new NoOptions();

    /// <inheritdoc />
    protected override async Task<CurrentOutcome> ExecuteAsync(NoOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var (set, database, history) = await services.OpenAsync(new DatabaseOptions(), withTexts: false, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            services.Warn(MigrationPlans.EditedAfterwards(set, history));
            string[] applied = [.. history.Applied.Select(a => a.Revision)];
            var views = new RevisionViews(set, history);
            return new CurrentOutcome(
                database.Settings.Redacted,
                [.. set.GraphWith(history).Current(applied).Select(views.Of).Select(Untagged)],
                [.. set.Graph.Heads.Select(n => n.Id)],
                set.Graph.Pending(applied).Count,
                set.Graph.IsAtHeads(applied),
                HalfDone.AllOf(set, history),
                set.Graph.Unknown(applied));
        }
    }

    // That a revision is current is what the whole answer says.
    private static RevisionView Untagged(RevisionView view) => view with { Tags = [.. view.Tags.Where(tag => tag != "current")] };
}
