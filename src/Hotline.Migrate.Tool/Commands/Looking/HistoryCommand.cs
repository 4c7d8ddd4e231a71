using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Draws the revision graph. Marks what is applied when a database is configured and answers.</summary>
internal sealed class HistoryCommand : Command<HistoryOptions, HistoryOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("history", CommandGroup.Look, "Draws the revisions, newest first, and marks what the database has.")
    {
        Aliases = ["log"],
        Arguments = "[range]",
        Examples = ["history", "history -r 6c6f:head", "history -3: --verbose", "history billing@base: --offline"],
    };

    /// <inheritdoc />
    protected override Printer<HistoryOutcome> Printer { get; } = new HistoryPrinter();

    /// <inheritdoc />
    protected override Func<HistoryOptions> Declare(CommandSyntax syntax)
    {
        var range = syntax.Argument("range", "a:b, a:, :b, -3:, current:, label@base: (default: everything)");
        var option = syntax.Text("-r|--range <RANGE>", "the same as an option");
        var offline = syntax.Flag("--offline", "do not ask the database");
        return () => range.Value is not null && option.Value is not null
            ? throw UsageErrors.Invalid("The range is given twice.", UsageErrors.Help("history"))
            : new HistoryOptions(range.Value ?? option.Value, offline.IsSet);
    }

    /// <inheritdoc />
    protected override async Task<HistoryOutcome> ExecuteAsync(HistoryOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var (database, history) = options.Offline
            ? (null, null)
            : await AskAsync(options, services, cancellationToken).ConfigureAwait(false);
        var graph = history is null ? set.Graph : set.GraphWith(history);
        var nodes = graph.History(options.Range, history?.Applied.Select(a => a.Revision));
        var views = new RevisionViews(set, history);
        return new HistoryOutcome(database, nodes, [.. nodes.Select(n => views.Of(n.Id))]);
    }

    // The files tell their part without a server; only a range that begins at the database cannot do without.
    private static async Task<(string? Database, DatabaseHistory? History)> AskAsync(
        HistoryOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var isNeeded = options.Range?.Contains("current", StringComparison.OrdinalIgnoreCase) == true;
        if (!isNeeded && services.DiscoverConnection().Settings is null)
        {
            return (null, null);
        }

        DatabaseSession database;
        try
        {
            database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        }
        catch (DiagnosticException e) when (!isNeeded)
        {
            services.Warn(e.Diagnostics.Select(d => d with { Severity = DiagnosticSeverity.Warning }));
            return (null, null);
        }

        await using (database.ConfigureAwait(false))
        {
            return (database.Settings.Redacted, await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false));
        }
    }
}
