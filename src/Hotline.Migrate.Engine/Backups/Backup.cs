namespace Hotline.Migrate.Backups;

/// <summary>A database as it was before a run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The file, or the name of the database that is the copy.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Restore">The commands that bring the database back, in order; they hold no password.</param>
public sealed record Backup(BackupKind Kind, string Place, long Bytes, IReadOnlyList<string> Restore);
