using Hotline.Migrate.Adopting;
using Hotline.Migrate.Importing;
using Hotline.Migrate.Tool.Commands.Writing;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>Takes over a database from another migration tool.</summary>
internal sealed class AdoptCommand : Command<AdoptOptions, AdoptOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("adopt", CommandGroup.Run, "Takes over a database from Alembic, EF Core, Flyway and others, and begins from where it is.")
    {
        ExitCodes = "1 the migrations do not make what the database holds",
        Examples = ["adopt --plan", "adopt --from flyway"],
    };

    /// <inheritdoc />
    protected override Printer<AdoptOutcome> Printer { get; } = new AdoptPrinter();

    /// <inheritdoc />
    protected override Func<AdoptOptions> Declare(CommandSyntax syntax)
    {
        var from = syntax.Text("--from <TOOL>", $"the other tool: {string.Join(", ", OtherToolNames.Keys)}");
        var message = syntax.Text("-m|--message <TEXT>", "what the baseline says (default: where the other tool was)");
        var plan = syntax.Flag("--plan", "show where the database is and what would be done, and do nothing");
        var proof = new ProofSyntax(syntax);
        return () =>
        {
            var (tool, table) = ReadFrom(from.Value);
            return new AdoptOptions { Tool = tool, Table = table, Message = message.Value, PlanOnly = plan.IsSet, Proof = proof.Read() };
        };
    }

    /// <inheritdoc />
    protected override async Task<AdoptOutcome> ExecuteAsync(AdoptOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        services.Project.EnsureExists();
        using var held = MigrationWriter.Lock(services.Project, cancellationToken);
        var folder = FirstMigrations.Open(services.Project.Files(), cancellationToken);
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var existing = await BaselineCommand.ReadAsync(database, services, cancellationToken).ConfigureAwait(false);
            var from = Choose(existing, options);
            var message = string.IsNullOrWhiteSpace(options.Message)
                ? $"baseline from {OtherToolNames.NameOf(from.Tool)}{(from.Position is { Count: > 0 } at ? $" at {string.Join(", ", at)}" : "")}"
                : options.Message;
            return await BaselineFlow.ExecuteAsync(
                new BaselineOptions(message, options.PlanOnly, options.Proof), folder, existing, from, database, services, cancellationToken).ConfigureAwait(false);
        }
    }

    private static OtherHistory Choose(ExistingDatabase existing, AdoptOptions options)
    {
        OtherHistory[] fitting =
        [
            .. existing.OtherHistories.Where(h => (options.Tool ?? h.Tool) == h.Tool
                && (options.Table is null || options.Table == $"{h.Table.Schema}.{h.Table.Name}")),
        ];
        return fitting switch
        {
            [] => throw AdoptProblems.NoHistory(options.Tool, existing.OtherHistories),
            [{ Failed.Count: > 0 } failed] => throw AdoptProblems.Unfinished(failed),
            [var only] => only,
            _ => throw AdoptProblems.Several(fitting),
        };
    }

    // With several tables of one tool, the table's name is told behind a colon.
    private static (OtherTool? Tool, string? Table) ReadFrom(string? text)
    {
        if (text is null)
        {
            return (null, null);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? text : text[..colon];
        return (OtherToolNames.Find(key) ?? throw UsageErrors.NotAValue("--from", key, OtherToolNames.Keys), colon < 0 ? null : text[(colon + 1)..]);
    }
}
