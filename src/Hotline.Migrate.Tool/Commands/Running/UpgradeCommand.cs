using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Applies migrations.</summary>
internal sealed class UpgradeCommand : Command<UpgradeOptions, UpgradeOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("upgrade", CommandGroup.Run, "Applies the migrations that the database does not have yet, up to a revision.")
    {
        Aliases = ["up"],
        Arguments = "[revision...]",
        ExitCodes = "1 a migration failed  4 data loss not confirmed  5 lock not got  7 several heads",
        Examples = ["upgrade", "upgrade --plan", "upgrade --rehearse", "upgrade +1 --backup", "upgrade base:head --sql", "upgrade billing@head --confirm hotline"],
    };

    /// <inheritdoc />
    protected override Printer<UpgradeOutcome> Printer { get; } = new UpgradePrinter();

    /// <inheritdoc />
    protected override bool ShowsSecrets(UpgradeOutcome outcome) => outcome.Script is not null;

    /// <inheritdoc />
    protected override Func<UpgradeOptions> Declare(CommandSyntax syntax)
    {
        var revisions = syntax.Arguments("revision", "an id, the start of one, head, heads, +2, label@head (default: head)");
        var sql = syntax.Flag("--sql", "write the SQL of a range from:to instead (default: base:head); needs no database");
        var run = new RunSyntax(syntax, offersCopies: true);
        return () => new UpgradeOptions(revisions.Values, run.Read())
        {
            Script = !sql.IsSet ? null
                : revisions.Values.Count <= 1 ? new ScriptOptions(revisions.Value ?? "base:head", IsIdempotent: false)
                : throw UsageErrors.Invalid("With --sql the upgrade takes one range from:to.", UsageErrors.Help("upgrade")),
        };
    }

    /// <inheritdoc />
    protected override async Task<UpgradeOutcome> ExecuteAsync(UpgradeOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        if (options.Script is { } script)
        {
            return new UpgradeOutcome { Script = ScriptCommand.Write(script, services, cancellationToken) };
        }

        return new UpgradeOutcome
        {
            Run = await RunFlow.ExecuteAsync(
                (set, history, runner) => MigrationPlans.Upgrade(set, history, options.Selectors, runner),
                options.Run,
                services,
                cancellationToken).ConfigureAwait(false),
        };
    }
}
