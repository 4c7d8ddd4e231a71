using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Programs;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Seals the draft: the difference between the model and the migrations becomes a migration.</summary>
internal sealed class CreateCommand : Command<CreateOptions, CreateOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("create", CommandGroup.Write, "Makes a migration of what the model has and the migrations lack.")
    {
        Aliases = ["new"],
        Arguments = "\"message\"",
        ExitCodes = "3 --verify found something, 7 several heads",
        Examples =
        [
            "create \"add avatar to users\"",
            "create \"rename\" --rename users.mail=users.email",
            "create \"backfill full_name\" --empty",
            "create \"billing\" --head base --label billing --empty",
        ],
    };

    /// <inheritdoc />
    protected override Printer<CreateOutcome> Printer { get; } = new CreatePrinter();

    /// <inheritdoc />
    protected override Func<CreateOptions> Declare(CommandSyntax syntax)
    {
        var message = syntax.Argument("message", "what the migration is for, in a few words");
        var empty = syntax.Flag("--empty", "hold nothing: the SQL is written by hand");
        var noBuild = syntax.Flag("--no-build", "take the model that the last build left");
        var heads = syntax.Texts("--head <REVISION>", "what to build on (default: head); base begins a new root");
        var splice = syntax.Flag("--splice", "allow a --head that is none, and so open a branch");
        var labels = syntax.Texts("--label <NAME>", "a label for the branch that begins here");
        var dependsOn = syntax.Texts("--depends-on <REVISION>", "a revision or label of another branch that is needed");
        var renames = syntax.Texts("--rename <OLD_NEW>", "old=new: what looks like a drop and an add is a rename");
        var drops = syntax.Texts("--drop <OLD>", "what looks like a rename is a drop and an add");
        var verify = syntax.Flag("--verify", "prove it on a scratch database first, and seal only what holds");
        var scratch = syntax.Text("--scratch-url <URL>", "a server for the scratch databases (default: the database's own)");
        return () => new CreateOptions
        {
            Message = message.Required("create \"add avatar to users\""),
            IsEmpty = empty.IsSet,
            NoBuild = noBuild.IsSet,
            Heads = heads.Values,
            Splice = splice.IsSet,
            Labels = labels.Values,
            DependsOn = dependsOn.Values,
            Renames = renames.Values,
            Drops = drops.Values,
            Verify = verify.IsSet,
            ScratchUrl = scratch.Value,
        };
    }

    /// <inheritdoc />
    protected override async Task<CreateOutcome> ExecuteAsync(CreateOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        project.EnsureExists();
        if (!options.IsEmpty && !options.NoBuild)
        {
            await ProjectBuild.RunAsync(project.RequireProjectFile(), services.Progress, cancellationToken).ConfigureAwait(false);
        }

        using var held = MigrationWriter.Lock(project, cancellationToken);
        var files = project.Files();
        files.FinishSeal();
        var set = MigrationWriter.Load(project, cancellationToken);
        if (options.IsEmpty)
        {
            var parents = MigrationWriter.SealedGraph(set).ParentsOfNew(options.Heads, options.Splice);
            return MigrationWriter.WriteEmpty(project, set, options.Message, parents, options.Labels, options.DependsOn);
        }

        var loaded = files.Load(
            files.LoadModel().Schema,
            DateTimeOffset.UtcNow,
            DiffAnswers.Parse(options.Renames, options.Drops),
            cancellationToken);
        var situation = await RenameAnswers.CompleteAsync(loaded, services.RenameChoice, cancellationToken).ConfigureAwait(false);
        if (DraftSealer.Seal(situation, Request(options, situation)) is not { } plan)
        {
            return new CreateOutcome();
        }

        if (options.Verify)
        {
            await SealProof.RequireAsync(plan, situation, options.ScratchUrl, services, cancellationToken).ConfigureAwait(false);
        }

        files.Seal(plan);
        services.Warn(plan.Diagnostics);
        return Describe(plan, options.Message);
    }

    private static SealRequest Request(CreateOptions options, DraftSituation situation) => new(options.Message)
    {
        Parents = options.Heads.Count == 0
            ? null
            : [.. MigrationWriter.SealedGraph(Migrate.Running.MigrationSet.Of(situation.Migrations))
                .ParentsOfNew(options.Heads, options.Splice).Select(n => n.Id)],
        Labels = [.. options.Labels],
        DependsOn = [.. options.DependsOn],
        DraftText = DraftPlanner.FindDraft(situation.Migrations) is { } draft ? TextFile.Read(draft.Path) : null,
    };

    private static string Change(Operation operation) => OperationSummary.Of(operation) + operation.Reversibility switch
    {
        Reversibility.Lossless => "",
        Reversibility.StructureOnly => "  (the downgrade brings back the structure only)",
        _ => "  (there is no way back)",
    };

    private static CreateOutcome Describe(SealPlan plan, string message)
    {
        var migration = Migrate.Migrations.MigrationFile.Parse(plan.Path, plan.Text);
        return new CreateOutcome
        {
            Revision = plan.Revision,
            Message = message,
            Path = plan.Path,
            Parents = [.. migration.Parents],
            Changes = [.. plan.Diff.Operations.Select(o => Change(o))],
            DataLoss = [.. Migrate.Migrations.DataLosses.Of(migration.Upgrade).Select(loss => loss.Text)],
            IsEdited = plan.IsEdited,
        };
    }
}
