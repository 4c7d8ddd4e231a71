using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Revisions;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>Lists the migrations that the database lacks.</summary>
internal sealed class PendingCommand : Command<PendingOptions, PendingOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("pending", CommandGroup.Look, "Lists the migrations that the database does not have yet.")
    {
        ExitCodes = "3 with --exit-code when there are any",
        Examples = ["pending", "pending --exit-code --quiet"],
    };

    /// <inheritdoc />
    protected override Printer<PendingOutcome> Printer { get; } = new PendingPrinter();

    /// <inheritdoc />
    protected override Func<PendingOptions> Declare(CommandSyntax syntax)
    {
        var exitCode = syntax.Flag("--exit-code", "exit with 3 when there are pending migrations");
        return () => new PendingOptions(exitCode.IsSet);
    }

    /// <inheritdoc />
    protected override async Task<PendingOutcome> ExecuteAsync(PendingOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var (set, database, history) = await services.OpenAsync(new DatabaseOptions(), withTexts: false, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            services.Warn(MigrationPlans.EditedAfterwards(set, history));
            string[] applied = [.. history.Applied.Select(a => a.Revision)];
            return new PendingOutcome(
                database.Settings.Redacted,
                [.. set.Graph.Pending(applied).Select(n => Describe(set.Find(n.Id)!))],
                HalfDone.AllOf(set, history),
                set.Graph.Unknown(applied),
                options.ExitCode);
        }
    }

    /// <inheritdoc />
    protected override ExitCode ExitCodeOf(PendingOutcome outcome) =>
        outcome is { ExitCode: true, Migrations.Count: > 0 } ? Shell.ExitCode.Findings : Shell.ExitCode.Done;

    private static PendingMigration Describe(Migration migration) => new(
        migration.Revision,
        migration.Message,
        Paths.ForDisplay(migration.Path),
        migration.IsDraft,
        migration.Upgrade.Steps.Sum(step => step.Commands.Count),
        migration.Upgrade.Steps is { Count: <= 1 } steps && steps.All(step => !step.NoTransaction),
        [.. DataLosses.Of(migration.Upgrade).Select(loss => loss.Text)]);
}
