using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Projects;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Writes migrations that do not come from the model: empty ones and merges.</summary>
internal static class MigrationWriter
{
    private static readonly TimeSpan lockTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Waits for the builds and tools that work on the same migrations.</summary>
    public static FolderLock Lock(ToolProject project, CancellationToken cancellationToken) =>
        FolderLock.Acquire(project.Directory, lockTimeout, cancellationToken);

    /// <summary>Reads the migrations; none where the folder is still to be made.</summary>
    public static MigrationSet Load(ToolProject project, CancellationToken cancellationToken) =>
        Directory.Exists(project.MigrationsFolder) ? project.Load(cancellationToken) : MigrationSet.Of([]);

    /// <summary>The graph without drafts: what new migrations are put on.</summary>
    public static RevisionGraph SealedGraph(MigrationSet set) => set.Migrations.Where(m => !m.IsDraft).ToRevisionGraph();

    /// <summary>Writes a sealed migration without a statement.</summary>
    /// <exception cref="DiagnosticException">A label is none, or the file cannot be written.</exception>
    public static CreateOutcome WriteEmpty(
        ToolProject project,
        MigrationSet set,
        string message,
        IReadOnlyList<RevisionNode> parents,
        IReadOnlyList<string> labels,
        IReadOnlyList<string> dependsOn)
    {
        var now = DateTimeOffset.UtcNow;
        var header = new MigrationHeader
        {
            Revision = RevisionId.New(),
            Message = message,
            Parents = [.. parents.Select(p => p.Id)],
            Labels = [.. labels],
            DependsOn = [.. dependsOn],
            Created = now,
        };
        var configuration = project.Configuration;
        var text = MigrationFile.Seal(MigrationFile.Write(header, "", "", configuration.NewFileTemplate));
        var path = Path.Combine(
            project.MigrationsFolder,
            MigrationFileName.Of(configuration.FileNameTemplate, now, header.Revision, message));

        // What the graph refuses (a label that is taken, a dependency that is not there) must not be written first.
        var migration = MigrationFile.Parse(path, text);
        _ = MigrationSet.Of([.. set.Migrations, migration]);
        TextFile.WriteAtomically(path, text);
        return new CreateOutcome
        {
            Revision = header.Revision,
            Message = migration.Message,
            Path = path,
            Parents = [.. header.Parents],
            IsEmpty = true,
        };
    }
}
