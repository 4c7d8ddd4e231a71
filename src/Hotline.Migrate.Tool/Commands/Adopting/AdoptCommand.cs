using Hotline.Migrate.Adopting;
using Hotline.Migrate.Files;
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
        Arguments = "[folder]",
        Examples =
        [
            "adopt --plan",
            "adopt --from flyway",
            "adopt ../old/db/migration",
            "adopt alembic --sql sql",
        ],
    };

    /// <inheritdoc />
    protected override Printer<AdoptOutcome> Printer { get; } = new AdoptPrinter();

    /// <inheritdoc />
    protected override Func<AdoptOptions> Declare(CommandSyntax syntax)
    {
        var folder = syntax.Argument("folder", "the other tool's migrations, to be imported (default: one baseline instead)");
        var from = syntax.Text("--from <TOOL>", $"the other tool: {string.Join(", ", OtherToolNames.Keys)}");
        var sql = syntax.Text("--sql <PATH>", "what alembic upgrade --sql and downgrade --sql wrote: a file or a folder");
        var placeholders = syntax.Texts("--placeholder <NAME_VALUE>", "name=value: the value of a ${name} in the files");
        var message = syntax.Text("-m|--message <TEXT>", "what the baseline says (default: where the other tool was)");
        var plan = syntax.Flag("--plan", "show where the database is and what would be done, and do nothing");
        var proof = new ProofSyntax(syntax);
        return () =>
        {
            var (tool, table) = ReadFrom(from.Value);
            return new AdoptOptions
            {
                Folder = folder.Value,
                OfflineSql = sql.Value,
                Placeholders = placeholders.Values,
                Tool = tool,
                Table = table,
                Message = message.Value,
                PlanOnly = plan.IsSet,
                Proof = proof.Read(),
            };
        };
    }

    /// <inheritdoc />
    protected override async Task<AdoptOutcome> ExecuteAsync(AdoptOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        services.Project.EnsureExists();
        using var held = MigrationWriter.Lock(services.Project, cancellationToken);
        if (options.Folder is not null && services.DiscoverConnection().Settings is null)
        {
            return await new ImportFlow(options, ReadFolder(options, history: null), services)
                .ExecuteAsync(existing: null, history: null, database: null, cancellationToken).ConfigureAwait(false);
        }

        var first = options.Folder is null ? FirstMigrations.Open(services.Project.Files(), cancellationToken) : null;
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var existing = await BaselineCommand.ReadAsync(database, services, cancellationToken).ConfigureAwait(false);
            return first is null
                ? await ImportAsync(options, existing, database, services, cancellationToken).ConfigureAwait(false)
                : await BaselineAsync(options, first, existing, database, services, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<AdoptOutcome> BaselineAsync(
        AdoptOptions options, FirstMigrations first, ExistingDatabase existing, DatabaseSession database, ToolServices services, CancellationToken cancellationToken)
    {
        var from = Choose(existing.OtherHistories, options) ?? throw AdoptProblems.NoHistory(options.Tool, existing.OtherHistories);
        var message = string.IsNullOrWhiteSpace(options.Message)
            ? $"baseline from {OtherToolNames.NameOf(from.Tool)}{(from.Position is { Count: > 0 } at ? $" at {string.Join(", ", at)}" : "")}"
            : options.Message;
        return BaselineFlow.ExecuteAsync(
            new BaselineOptions(message, options.PlanOnly, options.Proof), first, existing, from, database, services, cancellationToken);
    }

    private static Task<AdoptOutcome> ImportAsync(
        AdoptOptions options, ExistingDatabase existing, DatabaseSession database, ToolServices services, CancellationToken cancellationToken)
    {
        var folder = ReadFolder(options, existing.OtherHistories.FirstOrDefault(h => h.Tool == OtherTool.Alembic));
        var history = options.Tool is null
            ? Choose([.. existing.OtherHistories.Where(h => folder.Fits(h.Tool))], options)
            : Choose(existing.OtherHistories, options) ?? throw AdoptProblems.NoHistory(options.Tool, existing.OtherHistories);
        if (history is null && !existing.Schema.Objects.IsEmpty)
        {
            services.Warn(AdoptProblems.NothingRecorded());
        }

        return new ImportFlow(options, folder, services).ExecuteAsync(existing, history, database, cancellationToken);
    }

    private static ImportedFolder ReadFolder(AdoptOptions options, OtherHistory? history)
    {
        var defaults = new ImportOptions();
        return FolderImport.Read(options.Folder!, SourceFolder.Read(options.Folder!), new ImportOptions
        {
            Placeholders = options.Placeholders.Select(ReadPlaceholder).ToDictionary(StringComparer.Ordinal),
            OfflineSql = options.OfflineSql is { } path ? [.. SourceFolder.Read(path).Where(f => f.Text.Length > 0)] : [],
            AlembicTable = history?.Table.Name ?? defaults.AlembicTable,
        });
    }

    private static OtherHistory? Choose(IReadOnlyList<OtherHistory> found, AdoptOptions options)
    {
        OtherHistory[] fitting =
        [
            .. found.Where(h => (options.Tool ?? h.Tool) == h.Tool
                && (options.Table is null || options.Table == $"{h.Table.Schema}.{h.Table.Name}")),
        ];
        return fitting switch
        {
            [] => null,
            [{ Failed.Count: > 0 } failed] => throw AdoptProblems.Unfinished(failed),
            [var only] => only,
            _ => throw AdoptProblems.Several(fitting),
        };
    }

    private static KeyValuePair<string, string> ReadPlaceholder(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new(text[..at], text[(at + 1)..])
        : throw UsageErrors.Invalid($"'{text}' is no placeholder: write it as name=value.");

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
