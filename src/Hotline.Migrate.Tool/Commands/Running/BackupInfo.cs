namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The backup that was made before a run.</summary>
/// <param name="Kind"><c>dump</c> for a file, <c>clone</c> for a database on the same server.</param>
/// <param name="Place">The file, or the database.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Restore">The commands that bring the database back.</param>
internal sealed record BackupInfo(string Kind, string Place, long Bytes, IReadOnlyList<string> Restore);
