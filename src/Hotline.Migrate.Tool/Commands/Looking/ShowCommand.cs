using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Shows a migration. Asks the database only where the selector speaks of it.</summary>
internal sealed class ShowCommand : Command<ShowOptions, ShowOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("show", CommandGroup.Look, "Shows a migration: what it is for, where it stands, its SQL.")
    {
        Arguments = "[revision]",
        Examples = ["show head", "show 6c6f", "show current --json"],
    };

    /// <inheritdoc />
    protected override Printer<ShowOutcome> Printer { get; } = new ShowPrinter();

    /// <inheritdoc />
    protected override Func<ShowOptions> Declare(CommandSyntax syntax)
    {
        var revision = syntax.Argument("revision", "an id, the start of one, head, heads, current, or a step from them (default: head)");
        return () => new ShowOptions(revision.Value ?? "head");
    }

    /// <inheritdoc />
    protected override async Task<ShowOutcome> ExecuteAsync(ShowOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var history = options.Revision.Contains("current", StringComparison.OrdinalIgnoreCase)
            ? await ReadHistoryAsync(services, cancellationToken).ConfigureAwait(false)
            : null;
        var views = new RevisionViews(set, history);
        var nodes = set.Graph.Resolve(options.Revision, history?.Applied.Select(a => a.Revision));
        return new ShowOutcome([.. nodes.Select(node => Show(set.Find(node.Id)!, views))]);
    }

    private static async Task<DatabaseHistory> ReadHistoryAsync(ToolServices services, CancellationToken cancellationToken)
    {
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static ShownMigration Show(Migration migration, RevisionViews views) => new(
        views.Of(migration.Revision),
        migration.Upgrade.Text,
        migration.Downgrade.Text,
        [.. DataLosses.Of(migration.Upgrade).Select(loss => loss.Text)]);
}
