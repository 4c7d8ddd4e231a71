using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Applies migrations.</summary>
internal sealed class UpgradeCommand : Command<UpgradeOptions, RunOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("upgrade", CommandGroup.Run, "Applies the migrations that the database does not have yet, up to a revision.")
    {
        Arguments = "[revision...]",
        ExitCodes = "1 a migration failed  4 data loss not confirmed  5 lock not got  7 several heads",
        Examples = ["upgrade", "upgrade +1", "upgrade --plan", "upgrade 6c6f --env staging", "upgrade billing@head --confirm hotline"],
    };

    /// <inheritdoc />
    protected override Printer<RunOutcome> Printer { get; } = new RunPrinter();

    /// <inheritdoc />
    protected override Func<UpgradeOptions> Declare(CommandSyntax syntax)
    {
        var revisions = syntax.Arguments("revision", "an id, the start of one, head, heads, +2, label@head (default: head)");
        var run = new RunSyntax(syntax);
        return () => new UpgradeOptions(revisions.Values, run.Read());
    }

    /// <inheritdoc />
    protected override Task<RunOutcome> ExecuteAsync(UpgradeOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        return RunFlow.ExecuteAsync(
            set,
            (history, runner) => MigrationPlans.Upgrade(set, history, options.Selectors, runner),
            options.Run,
            services,
            cancellationToken);
    }
}
