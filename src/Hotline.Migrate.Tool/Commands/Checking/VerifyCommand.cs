using Hotline.Migrate.Schema;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Programs;
using Hotline.Migrate.Tool.Shell;
using Hotline.Migrate.Verifying;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>Proves the migrations on scratch databases of a real server.</summary>
internal sealed class VerifyCommand : Command<VerifyOptions, VerifyOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("verify", CommandGroup.Check, "Proves on scratch databases that all migrations go up, make the model, and go down again.")
    {
        ExitCodes = "3 when something does not hold",
        Examples = ["verify", "verify --pending", "verify --scratch-url postgresql://localhost/postgres --json"],
    };

    /// <inheritdoc />
    protected override Printer<VerifyOutcome> Printer { get; } = new VerifyPrinter();

    /// <inheritdoc />
    protected override Func<VerifyOptions> Declare(CommandSyntax syntax)
    {
        var pending = syntax.Flag("--pending", "prove only what the database does not have yet");
        var noBuild = syntax.Flag("--no-build", "take the model that the last build left");
        var scratch = syntax.Text("--scratch-url <URL>", "a server for the scratch databases (default: the database's own)");
        var assembly = syntax.Text("--assembly <PATH>", "the assembly with the C# data migrations");
        var noRows = syntax.Flag("--no-rows", "prove the schema only, not that rows survive");
        return () => new VerifyOptions(pending.IsSet, noBuild.IsSet, scratch.Value, assembly.Value, Rows: !noRows.IsSet);
    }

    /// <inheritdoc />
    protected override async Task<VerifyOutcome> ExecuteAsync(VerifyOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        var model = await LoadModelAsync(options, services, cancellationToken).ConfigureAwait(false);
        var set = project.Load(cancellationToken);
        var applied = options.PendingOnly ? await AppliedAsync(services, cancellationToken).ConfigureAwait(false) : [];
        var server = await services.FindScratchServerAsync(options.ScratchUrl, options.Assembly, cancellationToken).ConfigureAwait(false);
        var result = await MigrationVerifier.VerifyAsync(
            set,
            model,
            server.Settings,
            new Migrate.Verifying.VerifyOptions
            {
                Runner = server.Options,
                Filters = project.Configuration.Filters,
                Applied = applied,
                Rows = options.Rows,
                Progress = new VerifyProgress(services.Progress),
            },
            cancellationToken).ConfigureAwait(false);
        return new VerifyOutcome(server.Settings.Redacted, result, model is not null);
    }

    /// <inheritdoc />
    protected override ExitCode ExitCodeOf(VerifyOutcome outcome) => outcome.Result.Holds ? ExitCode.Done : ExitCode.Findings;

    // Without a project the snapshot tells what the migrations have to make.
    private static async Task<DatabaseSchema?> LoadModelAsync(VerifyOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        var files = project.Files();
        if (!project.HasProjectFile() || services.Common.Migrations is not null)
        {
            return Directory.Exists(files.SnapshotFolder) ? files.LoadSnapshot(cancellationToken) : null;
        }

        if (!options.NoBuild)
        {
            await ProjectBuild.RunAsync(project.RequireProjectFile(), services.Progress, cancellationToken).ConfigureAwait(false);
        }

        return files.LoadModel().Schema;
    }

    private static async Task<IReadOnlyCollection<string>> AppliedAsync(ToolServices services, CancellationToken cancellationToken)
    {
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            return [.. (await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false)).Applied.Select(row => row.Revision)];
        }
    }
}
