namespace Hotline.Migrate.Backups;

/// <summary>What a backup is.</summary>
public enum BackupKind
{
    /// <summary>A file of <c>pg_dump</c> in its own format.</summary>
    Dump,

    /// <summary>A copy of the database on the same server.</summary>
    Clone,
}
