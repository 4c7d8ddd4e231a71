using Hotline.Migrate.Backups;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>Makes the backup that a command line asks for, and tells at once how to bring it back.</summary>
internal static class BackupFlow
{
    /// <summary>Makes it, where it is asked for.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">It was not made; nothing is to be run.</exception>
    public static async Task<BackupInfo?> ExecuteAsync(
        RunOptions options, DatabaseSession database, ToolServices services, CancellationToken cancellationToken)
    {
        if (!options.Backup)
        {
            return null;
        }

        services.Progress.Report($"Backing up the database {database.Name} ...");
        var backup = await DatabaseBackup.CreateAsync(database.SessionSettings, options.BackupPath, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        services.Progress.Report($"Backup: {backup.Place} ({PlanTable.Size(backup.Bytes)}). To restore it, stop the application and run:");
        foreach (var command in backup.Restore)
        {
            services.Progress.Report("  " + command);
        }

        return new BackupInfo(backup.Kind.ToString().ToLowerInvariant(), backup.Place, backup.Bytes, backup.Restore);
    }
}
