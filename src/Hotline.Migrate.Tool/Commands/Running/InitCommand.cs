using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Creates the database where it is missing, and applies everything.</summary>
internal sealed class InitCommand : Command<UpgradeOptions, RunOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("init", CommandGroup.Run, "Creates the database if it is missing, then upgrades it to head.")
    {
        ExitCodes = "1 a migration failed  4 data loss not confirmed  5 lock not got  7 several heads",
        Examples = ["init", "init --env staging"],
    };

    /// <inheritdoc />
    protected override Printer<RunOutcome> Printer { get; } = new RunPrinter();

    /// <inheritdoc />
    protected override Func<UpgradeOptions> Declare(CommandSyntax syntax)
    {
        var run = new RunSyntax(syntax);
        return () => new UpgradeOptions([], run.Read(createIfMissing: true));
    }

    /// <inheritdoc />
    protected override Task<RunOutcome> ExecuteAsync(UpgradeOptions options, ToolServices services, CancellationToken cancellationToken) =>
        RunFlow.ExecuteAsync(
            (set, history, runner) => MigrationPlans.Upgrade(set, history, options.Selectors, runner),
            options.Run,
            services,
            cancellationToken);
}
