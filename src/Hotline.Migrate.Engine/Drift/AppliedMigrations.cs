using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Drift;

/// <summary>The migrations that a database has, as they were applied, as far as that is known.</summary>
internal static class AppliedMigrations
{
    /// <summary>The migrations in the order in which they were applied.</summary>
    /// <param name="migrations">The project's migrations.</param>
    /// <param name="history">What the database says.</param>
    /// <param name="warnings">Told about files that are not what was applied.</param>
    /// <exception cref="DiagnosticException">HM0521; all revisions at once.</exception>
    public static IReadOnlyList<Migration> Of(MigrationSet migrations, DatabaseHistory history, List<Diagnostic> warnings)
    {
        AppliedRevision[] lost = [.. history.Applied.Where(row => row.UpgradeText is null && migrations.Find(row.Revision) is null)];
        if (lost is not [])
        {
            throw DriftDiagnostics.Lost(lost);
        }

        return [.. history.Applied.Select(row => Of(row, migrations.Find(row.Revision), warnings))];
    }

    private static Migration Of(AppliedRevision row, Migration? file, List<Diagnostic> warnings)
    {
        if (row.UpgradeText is { } kept)
        {
            var path = $"history of {row.Revision}";
            return new Migration
            {
                Revision = row.Revision,
                Message = row.Message,
                Parents = row.Parents,
                Path = path,
                ContentHash = row.Hash,
                Upgrade = MigrationFile.ParseSection(path, kept),
            };
        }

        if (file!.ContentHash != row.Hash)
        {
            warnings.Add(DriftDiagnostics.Edited(file));
        }

        return file;
    }
}
