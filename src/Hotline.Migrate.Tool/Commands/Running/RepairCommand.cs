using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Tells the history what only a person can decide about a revision.</summary>
internal sealed class RepairCommand : Command<RepairOptions, RepairOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new(
        "repair", CommandGroup.Run, "Settles a revision that was interrupted outside a transaction, or was edited after it was applied.")
    {
        Arguments = "<revision>",
        Examples = ["repair 6c6f --done", "repair 6c6f --again", "repair 6c6f --accept"],
    };

    /// <inheritdoc />
    protected override Printer<RepairOutcome> Printer { get; } = new RepairPrinter();

    /// <inheritdoc />
    protected override Func<RepairOptions> Declare(CommandSyntax syntax)
    {
        var revision = syntax.Argument("revision", "the revision, by its id or the beginning of it");
        (FlagOption Flag, RepairAction Action)[] actions =
        [
            (syntax.Flag("--done", "the statement that was interrupted was done: go on behind it"), RepairAction.Done),
            (syntax.Flag("--again", "the statement that was interrupted was not done: run it again"), RepairAction.Again),
            (syntax.Flag("--restart", "what was half done is undone by hand: begin the migration again"), RepairAction.Restart),
            (syntax.Flag("--accept", "the file as it is now counts as what was applied"), RepairAction.Accept),
        ];
        return () => actions.Where(a => a.Flag.IsSet).ToArray() is [var chosen]
            ? new RepairOptions(revision.Required("repair 6c6f --done"), chosen.Action)
            : throw UsageErrors.Invalid("Say one of --done, --again, --restart and --accept.");
    }

    /// <inheritdoc />
    protected override async Task<RepairOutcome> ExecuteAsync(
        RepairOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var (set, database, history) = await services.OpenAsync(new DatabaseOptions(), withTexts: false, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var found = set.GraphWith(history).Resolve(options.Revision, history.Applied.Select(row => row.Revision));
            var revision = found is [var one]
                ? one.Id
                : throw UsageErrors.Invalid($"'{options.Revision}' is not one revision.");
            await database.RepairAsync(set, revision, options.Action, cancellationToken).ConfigureAwait(false);
            return new RepairOutcome(database.Settings.Redacted, revision, options.Action.ToString().ToLowerInvariant());
        }
    }
}
