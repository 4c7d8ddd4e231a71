using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Snapshots;

namespace Hotline.Migrate.Drafting;

/// <summary>The files of a project that owns migrations: its folder, its snapshot, and the model that the build left.</summary>
/// <remarks>Whoever changes them holds the <see cref="FolderLock"/> of <see cref="Folder"/>, from before reading until after writing.</remarks>
public sealed class MigrationProject
{
    /// <summary>The project of a configuration.</summary>
    /// <param name="configuration">What <c>hotline-migrate.json</c> says.</param>
    /// <param name="folder">The project's folder, as a full path; the configuration's own folder where that comes from a file.</param>
    public MigrationProject(ProjectConfiguration configuration, string folder)
    {
        Configuration = configuration;
        Folder = Path.GetDirectoryName(configuration.Path) is { Length: > 0 } own ? Path.GetFullPath(own) : folder;
        MigrationsFolder = ConfigurationFile.MigrationsFolder(configuration, folder);
    }

    /// <summary>What <c>hotline-migrate.json</c> says.</summary>
    public ProjectConfiguration Configuration { get; }

    /// <summary>The folder of the configuration.</summary>
    public string Folder { get; }

    /// <summary>The migrations folder, as a full path.</summary>
    public string MigrationsFolder { get; }

    /// <summary>The snapshot's folder, as a full path.</summary>
    public string SnapshotFolder => Path.Combine(MigrationsFolder, DraftSealer.SnapshotFolder);

    /// <summary>Where the build leaves the model, unless the project says otherwise.</summary>
    public string ModelFile => Path.Combine(Folder, Drafting.ModelFile.RelativePath);

    /// <summary>Whether there is anything yet: a migration or a snapshot.</summary>
    public bool HasMigrations =>
        Directory.Exists(MigrationsFolder) && (Directory.Exists(SnapshotFolder) || MigrationFolder.Files(MigrationsFolder).Count > 0);

    /// <summary>Finishes a seal that was interrupted.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DiagnosticException">HM0172, HM0220.</exception>
    public bool FinishSeal() => Directory.Exists(MigrationsFolder) && ChangeJournal.Finish(MigrationsFolder);

    /// <summary>Reads everything that decides what the draft has to be.</summary>
    /// <param name="model">The schema that the model classes describe.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="answers">Answers to the rename questions of the diff.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DiagnosticException">A migration or a snapshot file is not readable.</exception>
    public DraftSituation Load(
        DatabaseSchema model, DateTimeOffset now, DiffAnswers? answers = null, CancellationToken cancellationToken = default) => new()
        {
            Folder = MigrationsFolder,
            Migrations = Directory.Exists(MigrationsFolder) ? MigrationFolder.Load(MigrationsFolder, cancellationToken) : [],
            Snapshot = LoadSnapshot(cancellationToken),
            Model = model,
            Answers = answers,
            NewRevision = RevisionId.New(),
            Now = now,
            FileNameTemplate = Configuration.FileNameTemplate,
            Rendering = Configuration.Online switch
            {
                OnlineForms.All => RenderOptions.Online with { ConcurrentIndexes = true },
                OnlineForms.None => RenderOptions.Default,
                _ => RenderOptions.Online,
            },
            Template = Configuration.NewFileTemplate,
        };

    /// <summary>Reads the snapshot; the empty schema where there is none.</summary>
    /// <exception cref="DiagnosticException">A file of it is not readable.</exception>
    public DatabaseSchema LoadSnapshot(CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(SnapshotFolder))
        {
            return DatabaseSchema.Empty;
        }

        // What git or an editor hides in the folder need not even be text.
        var files = Directory.EnumerateFiles(SnapshotFolder, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var texts = new string[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => texts[i] = TextFile.Read(files[i]));
        return SnapshotFiles.Read(files.Zip(texts, (file, text) => KeyValuePair.Create(Path.GetRelativePath(SnapshotFolder, file), text)), SnapshotFolder);
    }

    /// <summary>Reads the model that the build left.</summary>
    /// <exception cref="DiagnosticException">There is none, or it is not readable (HM0157).</exception>
    public ProjectModel LoadModel() => File.Exists(ModelFile)
        ? Drafting.ModelFile.Read(ModelFile, TextFile.Read(ModelFile))
        : throw new DiagnosticException(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.ModelFileUnreadable,
            Summary = "The build has not left the model yet.",
            Where = new SourceLocation(ModelFile),
            NextActions = ["dotnet build", "Check that the project references the package Hotline.Migrate."],
        });

    /// <summary>Seals the migration of a plan: all of its changes, or after an interruption the rest of them by <see cref="FinishSeal"/>.</summary>
    /// <exception cref="DiagnosticException">HM0220.</exception>
    public void Seal(SealPlan plan) => ChangeJournal.Apply(MigrationsFolder, plan.Changes);
}
