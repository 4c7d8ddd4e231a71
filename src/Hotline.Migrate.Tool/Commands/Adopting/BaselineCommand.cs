using Hotline.Migrate.Adopting;
using Hotline.Migrate.Tool.Commands.Writing;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>Makes the first migration of an existing database.</summary>
internal sealed class BaselineCommand : Command<BaselineOptions, AdoptOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("baseline", CommandGroup.Run, "Makes the first migration from an existing database, and records it as applied there.")
    {
        Arguments = "[\"message\"]",
        ExitCodes = "1 the migration does not make what the database holds",
        Examples = ["baseline \"what was there\"", "baseline --plan", "baseline --env production"],
    };

    /// <inheritdoc />
    protected override Printer<AdoptOutcome> Printer { get; } = new AdoptPrinter();

    /// <inheritdoc />
    protected override Func<BaselineOptions> Declare(CommandSyntax syntax)
    {
        var message = syntax.Argument("message", "what the migration says (default: baseline)");
        var plan = syntax.Flag("--plan", "show what would be done, and do nothing");
        var proof = new ProofSyntax(syntax);
        return () => new BaselineOptions(string.IsNullOrWhiteSpace(message.Value) ? "baseline" : message.Value, plan.IsSet, proof.Read());
    }

    /// <inheritdoc />
    protected override async Task<AdoptOutcome> ExecuteAsync(BaselineOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        services.Project.EnsureExists();
        using var held = MigrationWriter.Lock(services.Project, cancellationToken);
        var folder = FirstMigrations.Open(services.Project.Files(), cancellationToken);
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var existing = await ReadAsync(database, services, cancellationToken).ConfigureAwait(false);
            return await BaselineFlow.ExecuteAsync(options, folder, existing, from: null, database, services, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a database that has no history yet.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">It has one (HM0541).</exception>
    public static async Task<ExistingDatabase> ReadAsync(DatabaseSession database, ToolServices services, CancellationToken cancellationToken)
    {
        var history = await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        return history.Applied.IsEmpty
            ? await ExistingDatabase.ReadAsync(
                database.Source, services.Project.Configuration.Filters, database.Options.History, cancellationToken).ConfigureAwait(false)
            : throw AdoptProblems.HasHistory(history);
    }
}
