using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Drift;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Programs;
using Hotline.Migrate.Tool.Projects;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Checking;

/// <summary>Checks what must hold before a commit: the migrations make the model, have one head and are as they were sealed.</summary>
internal sealed class CheckCommand : Command<CheckOptions, CheckOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("check", CommandGroup.Check, "Checks that the migrations make the model, have one head and were not edited.")
    {
        ExitCodes = "3 when something was found",
        Examples = ["check", "check --no-build", "check --database --env staging", "check --migrations ./migrations --json"],
    };

    /// <inheritdoc />
    protected override Printer<CheckOutcome> Printer { get; } = new CheckPrinter();

    /// <inheritdoc />
    protected override Func<CheckOptions> Declare(CommandSyntax syntax)
    {
        var noBuild = syntax.Flag("--no-build", "take the model that the last build left");
        var database = syntax.Flag("--database", "check the database, too: nothing pending, no drift");
        var scratch = syntax.Text("--scratch-url <URL>", "a server for the replay (default: the database's own)");
        return () => new CheckOptions(noBuild.IsSet, database.IsSet, scratch.Value);
    }

    /// <inheritdoc />
    protected override async Task<CheckOutcome> ExecuteAsync(CheckOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        var files = project.Files();
        var hasModel = project.HasProjectFile() && services.Common.Migrations is null;
        if (hasModel && !options.NoBuild)
        {
            await ProjectBuild.RunAsync(project.RequireProjectFile(), services.Progress, cancellationToken).ConfigureAwait(false);
        }

        var model = hasModel ? files.LoadModel() : null;
        if (model is null)
        {
            // Without a project there must at least be migrations, or the folder is a wrong one.
            _ = MigrationFolderOf(project);
        }

        var situation = files.Load(model?.Schema ?? files.LoadSnapshot(cancellationToken), DateTimeOffset.UtcNow, cancellationToken: cancellationToken);
        var plan = DraftPlanner.Plan(situation);
        Diagnostic[] findings =
        [
            .. plan.Diff.Findings.Concat(ModelCheck.Find(situation, plan)).Select(f => Place(f, model)),
            .. plan.Diagnostics,
            .. situation.Migrations.SelectMany(MigrationRules.Check),
            .. situation.Migrations.Select(DowngradeRules.Check).OfType<Diagnostic>(),
            .. options.Database ? await DatabaseFindingsAsync(options, services, cancellationToken).ConfigureAwait(false) : [],
        ];
        return new CheckOutcome([.. findings.Distinct()], situation.Migrations.Count, hasModel);
    }

    /// <inheritdoc />
    protected override ExitCode ExitCodeOf(CheckOutcome outcome) => outcome.IsClean ? ExitCode.Done : ExitCode.Findings;

    private static async Task<IReadOnlyList<Diagnostic>> DatabaseFindingsAsync(
        CheckOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var settings = services.DiscoverConnection().Require();
        var server = await services.FindScratchServerAsync(options.ScratchUrl, assembly: null, cancellationToken).ConfigureAwait(false);
        return await DatabaseCheck.FindAsync(
            services.Project.Load(cancellationToken),
            settings,
            new Migrate.Drift.DriftOptions { Runner = server.Options, Filters = services.Project.Configuration.Filters, Scratch = server.Settings },
            cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<string> MigrationFolderOf(ToolProject project) => Files.MigrationFolder.Files(project.MigrationsFolder);

    // The build puts a finding on its C# line; here the class and the property tell where, or the place in a schema file.
    private static Diagnostic Place(DiffFinding finding, ProjectModel? model)
    {
        if (finding.Diagnostic.Where is not null || model?.OriginOf(finding.Kind, finding.Name) is not { } origin)
        {
            return finding.Diagnostic;
        }

        if (origin.File is { } file)
        {
            return finding.Diagnostic with { Where = file };
        }

        var member = finding.Member is { } name && origin.PropertyOf(name) is { } property ? "." + property : "";
        return finding.Diagnostic with { Why = string.Join('\n', new[] { $"In {origin.Type}{member}", finding.Diagnostic.Why }.OfType<string>()) };
    }
}
