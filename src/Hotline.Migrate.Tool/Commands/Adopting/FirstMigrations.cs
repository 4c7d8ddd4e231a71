using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Databases;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>The folder that the first migrations of a project come into.</summary>
internal sealed class FirstMigrations
{
    private readonly MigrationProject files;
    private readonly Migration? draft;

    private FirstMigrations(MigrationProject files, Migration? draft) => (this.files, this.draft) = (files, draft);

    /// <summary>Looks at the folder, under the folder's lock.</summary>
    /// <exception cref="DiagnosticException">It has migrations or a snapshot already (HM0540).</exception>
    public static FirstMigrations Open(MigrationProject files, CancellationToken cancellationToken)
    {
        files.FinishSeal();
        var all = Directory.Exists(files.MigrationsFolder) ? MigrationFolder.Load(files.MigrationsFolder, cancellationToken) : [];
        if (all.Any(m => !m.IsDraft) || !files.LoadSnapshot(cancellationToken).Objects.IsEmpty)
        {
            throw AdoptProblems.NotFirst(files.MigrationsFolder);
        }

        return all.FirstOrDefault(m => m.IsEdited) is { } edited
            ? throw AdoptProblems.DraftInTheWay(edited.Path)
            : new FirstMigrations(files, DraftPlanner.FindDraft(all));
    }

    /// <summary>Writes the migrations and the snapshot, and records what the database has. Where the record fails, the files go again.</summary>
    /// <param name="changes">The files.</param>
    /// <param name="migrations">The migrations in them.</param>
    /// <param name="applied">The newest revisions that the database has; none to record nothing.</param>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Interrupts the record.</param>
    /// <exception cref="DiagnosticException">A file cannot be written, or the database refused.</exception>
    public async Task SealAndStampAsync(
        IReadOnlyList<FileChange> changes,
        IReadOnlyList<Migration> migrations,
        IReadOnlyList<string> applied,
        DatabaseSession? database,
        CancellationToken cancellationToken)
    {
        ChangeJournal.Apply(files.MigrationsFolder, changes);
        if (applied.Count > 0 && database is not null)
        {
            try
            {
                await StampAsync(MigrationSet.Of(migrations), applied, database, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                if (await IsUnstampedAsync(database).ConfigureAwait(false))
                {
                    ChangeJournal.Apply(files.MigrationsFolder, [.. changes.OfType<WriteFile>().Select(f => new DeleteFile(f.Path))]);
                }

                throw;
            }
        }

        // The build's draft was written for a folder without migrations; the next build knows better.
        if (draft is not null)
        {
            ChangeJournal.Apply(files.MigrationsFolder, [new DeleteFile(Path.GetFileName(draft.Path))]);
        }
    }

    /// <summary>Records that a database without a history has revisions.</summary>
    /// <exception cref="DiagnosticException">It has a history (HM0541), or refused.</exception>
    public static Task StampAsync(MigrationSet set, IReadOnlyList<string> applied, DatabaseSession database, CancellationToken cancellationToken) =>
        database.RunAsync(
            history => history.Applied.IsEmpty
                ? MigrationPlans.Stamp(set, history, applied, purge: false, database.Options)
                : throw AdoptProblems.HasHistory(history),
            withTexts: false,
            cancellationToken);

    // Where that cannot be told, the files stay: 'stamp' finishes the work, or finds it done.
    private static async Task<bool> IsUnstampedAsync(DatabaseSession database)
    {
        try
        {
            return (await database.ReadHistoryAsync(CancellationToken.None).ConfigureAwait(false)).Applied.IsEmpty;
        }
        catch (Exception e) when (e is DiagnosticException or Npgsql.NpgsqlException)
        {
            return false;
        }
    }
}
