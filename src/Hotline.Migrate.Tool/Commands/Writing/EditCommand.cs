using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Programs;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Opens a migration in an editor, and seals it again unless a database has it already.</summary>
internal sealed class EditCommand : Command<EditOptions, EditOutcome>
{
    private static readonly string[] variables = ["VISUAL", "EDITOR"];

    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("edit", CommandGroup.Write, "Opens a migration in $VISUAL or $EDITOR and seals it again.")
    {
        Arguments = "[revision]",
        Examples = ["edit head", "edit 6c6f", "edit 6c6f --seal"],
    };

    /// <inheritdoc />
    protected override Printer<EditOutcome> Printer { get; } = new EditPrinter();

    /// <inheritdoc />
    protected override Func<EditOptions> Declare(CommandSyntax syntax)
    {
        var revision = syntax.Argument("revision", "an id, the start of one, or head (default: head)");
        var seal = syntax.Flag("--seal", "open no editor: accept the file as it is now");
        return () => new EditOptions(revision.Value ?? "head", seal.IsSet);
    }

    /// <inheritdoc />
    protected override async Task<EditOutcome> ExecuteAsync(EditOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var set = services.Project.Load(cancellationToken);
        var migration = set.Graph.Resolve(options.Revision) switch
        {
            [var node] => set.Find(node.Id)!,
            var nodes => throw UsageErrors.Invalid(
                nodes.Count == 0 ? $"'{options.Revision}' names no migration." : $"'{options.Revision}' names several migrations.",
                "dotnet hotline-migrate history"),
        };
        var before = TextFile.Read(migration.Path);
        if (!options.SealOnly)
        {
            await OpenAsync(migration.Path, cancellationToken).ConfigureAwait(false);
        }

        using var held = MigrationWriter.Lock(services.Project, cancellationToken);
        var after = TextFile.Read(migration.Path);
        var edited = MigrationFile.Parse(migration.Path, after);
        var applied = await IsAppliedAsync(migration.Revision, services, cancellationToken).ConfigureAwait(false);

        // The build's draft is sealed by create, which moves the snapshot with it. A file written by hand has none to move.
        var isDraftOfBuild = edited is { IsDraft: true } && (edited.GeneratedHash is not null || !options.SealOnly);
        if (!edited.IsEdited || isDraftOfBuild)
        {
            return new EditOutcome(migration.Revision, migration.Path, before != after, Sealed: !edited.IsDraft, applied);
        }

        if (applied == true && !options.SealOnly)
        {
            services.Warn(AppliedAlready(edited));
            return new EditOutcome(migration.Revision, migration.Path, before != after, Sealed: false, applied);
        }

        return new EditOutcome(
            migration.Revision, migration.Path, TextFile.WriteAtomically(migration.Path, MigrationFile.Seal(after)), Sealed: true, applied);
    }

    private static async Task OpenAsync(string path, CancellationToken cancellationToken)
    {
        var editor = variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(e => !string.IsNullOrWhiteSpace(e))
            ?? throw Failed("No editor is set.", "Set VISUAL or EDITOR, or edit the file and run: dotnet hotline-migrate edit --seal");

        // An editor may be set with arguments ("code --wait"): the shell knows how to read that.
        var code = OperatingSystem.IsWindows()
            ? await ProgramRunner.RunAttachedAsync("cmd", ["/c", $"{editor} \"{path}\""], cancellationToken).ConfigureAwait(false)
            : await ProgramRunner.RunAttachedAsync("/bin/sh", ["-c", $"{editor} \"$1\"", "sh", path], cancellationToken).ConfigureAwait(false);
        if (code != 0)
        {
            throw Failed(FormattableString.Invariant($"The editor ended with {code}; the file was not sealed."), "dotnet hotline-migrate edit --seal");
        }
    }

    // Whoever edits offline seals: the database's own copy of the hash still tells when it is too late.
    private static async Task<bool?> IsAppliedAsync(string revision, ToolServices services, CancellationToken cancellationToken)
    {
        if (services.DiscoverConnection().Settings is null)
        {
            return null;
        }

        try
        {
            var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
            await using (database.ConfigureAwait(false))
            {
                return (await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false)).Contains(revision);
            }
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    private static Diagnostic AppliedAlready(Migration migration) => new()
    {
        Code = DiagnosticCodes.AppliedMigrationEdited,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The database has {migration.Revision} already, as it was before: the file was not sealed again.",
        Where = new SourceLocation(migration.Path),
        NextActions =
        [
            "Undo the edit, and write a new migration: dotnet hotline-migrate create \"message\"",
            $"Or, where no other database has it: downgrade, then  dotnet hotline-migrate edit {migration.Revision} --seal",
        ],
    };

    private static DiagnosticException Failed(string summary, string next) => new(
        FailureKind.Usage, new Diagnostic { Code = DiagnosticCodes.ProgramFailed, Summary = summary, NextActions = [next] });
}
