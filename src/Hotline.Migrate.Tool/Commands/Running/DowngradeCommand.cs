using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Undoes migrations.</summary>
internal sealed class DowngradeCommand : Command<DowngradeOptions, RunOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("downgrade", CommandGroup.Run, "Undoes migrations, down to a revision. What loses data asks first.")
    {
        Aliases = ["down"],
        Arguments = "<revision>",
        ExitCodes = "1 a migration failed  4 data loss not confirmed  5 lock not got  7 ambiguous",
        Examples = ["downgrade -1", "downgrade base --rehearse", "downgrade 6c6f --confirm hotline", "downgrade billing@-1"],
    };

    /// <inheritdoc />
    protected override Printer<RunOutcome> Printer { get; } = new RunPrinter();

    /// <inheritdoc />
    protected override Func<DowngradeOptions> Declare(CommandSyntax syntax)
    {
        var revision = syntax.Argument("revision", "where to: -1, base, an id, the start of one, label@-1, label@base");
        var run = new RunSyntax(syntax, offersCopies: true);
        return () => new DowngradeOptions(revision.Required("downgrade -1"), run.Read());
    }

    /// <inheritdoc />
    protected override Task<RunOutcome> ExecuteAsync(DowngradeOptions options, ToolServices services, CancellationToken cancellationToken) =>
        RunFlow.ExecuteAsync(
            (set, history, _) => MigrationPlans.Downgrade(set, history, options.Selector),
            options.Run,
            services,
            cancellationToken,
            goesBack: true);
}
