using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Says in the history where a database is, without running a migration.</summary>
internal sealed class StampCommand : Command<StampOptions, RunOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("stamp", CommandGroup.Run, "Records that the database is at a revision, without running any migration.")
    {
        Arguments = "<revision...>",
        Examples = ["stamp head", "stamp 6c6f --plan", "stamp base --purge"],
    };

    /// <inheritdoc />
    protected override Printer<RunOutcome> Printer { get; } = new RunPrinter();

    /// <inheritdoc />
    protected override Func<StampOptions> Declare(CommandSyntax syntax)
    {
        var revisions = syntax.Arguments("revision", "where the database is said to be: an id, head, heads, base, label@head");
        var purge = syntax.Flag("--purge", "forget everything else that the history holds, unknown revisions too");
        var plan = syntax.Flag("--plan", "show what would be recorded, and do nothing");
        return () =>
        {
            revisions.Required("stamp head");
            return new StampOptions(revisions.Values, purge.IsSet, new RunOptions { PlanOnly = plan.IsSet, Database = new DatabaseOptions() });
        };
    }

    /// <inheritdoc />
    protected override Task<RunOutcome> ExecuteAsync(StampOptions options, ToolServices services, CancellationToken cancellationToken) =>
        RunFlow.ExecuteAsync(
            (set, history, runner) => MigrationPlans.Stamp(set, history, options.Selectors, options.Purge, runner),
            options.Run,
            services,
            cancellationToken);
}
