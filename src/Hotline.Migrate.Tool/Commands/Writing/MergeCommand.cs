using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Brings branches together in a migration without statements.</summary>
internal sealed class MergeCommand : Command<MergeOptions, CreateOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("merge", CommandGroup.Write, "Brings heads together in one migration that has them all for parents.")
    {
        Arguments = "[revision...]",
        Examples = ["merge", "merge heads -m \"merge users and calls\"", "merge 6c6f 2b1f"],
    };

    /// <inheritdoc />
    protected override Printer<CreateOutcome> Printer { get; } = new CreatePrinter();

    /// <inheritdoc />
    protected override Func<MergeOptions> Declare(CommandSyntax syntax)
    {
        var revisions = syntax.Arguments("revision", "what to merge (default: heads)");
        var message = syntax.Text("-m|--message <TEXT>", "what the migration says (default: merge)");
        var splice = syntax.Flag("--splice", "allow revisions that are no heads");
        var labels = syntax.Texts("--label <NAME>", "a label for the branch that begins here");
        return () => new MergeOptions(revisions.Values, string.IsNullOrWhiteSpace(message.Value) ? "merge" : message.Value, splice.IsSet, labels.Values);
    }

    /// <inheritdoc />
    protected override Task<CreateOutcome> ExecuteAsync(MergeOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        using var held = MigrationWriter.Lock(services.Project, cancellationToken);
        var set = services.Project.Load(cancellationToken);
        var parents = MigrationWriter.SealedGraph(set).ParentsOfMerge(options.Selectors, options.Splice);
        return Task.FromResult(MigrationWriter.WriteEmpty(services.Project, set, options.Message, parents, options.Labels, []));
    }
}
