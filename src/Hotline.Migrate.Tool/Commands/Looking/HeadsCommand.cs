using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Lists the revisions that no other one builds on. Needs no database.</summary>
internal sealed class HeadsCommand : Command<NoOptions, HeadsOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("heads", CommandGroup.Look, "Lists the newest revisions: those that no other one builds on.")
    {
        Examples = ["heads", "heads --quiet"],
    };

    /// <inheritdoc />
    protected override Printer<HeadsOutcome> Printer { get; } = new HeadsPrinter();

    /// <inheritdoc />
    protected override Func<NoOptions> Declare(CommandSyntax syntax) => () => new NoOptions();

    /// <inheritdoc />
    protected override Task<HeadsOutcome> ExecuteAsync(NoOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var views = new RevisionViews(set, history: null);
        return Task.FromResult(new HeadsOutcome([.. set.Graph.Heads.Select(head => views.Of(head.Id))]));
    }
}
