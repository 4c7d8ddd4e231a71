using System.Globalization;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Scratch;

namespace Hotline.Migrate.Backups;

/// <summary>Makes a backup of a database before it is changed.</summary>
public static class DatabaseBackup
{
    /// <summary>Dumps the database where there is a fitting <c>pg_dump</c>; else copies it on its server, where nobody uses it.</summary>
    /// <param name="settings">The database.</param>
    /// <param name="path">A file or folder for the dump; <c>null</c> for the current folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Interrupts; nothing half done is left.</param>
    /// <exception cref="DiagnosticException">There is no backup; nothing was changed.</exception>
    public static async Task<Backup> CreateAsync(
        ConnectionSettings settings, string? path, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var major = await MajorAsync(settings, cancellationToken).ConfigureAwait(false);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return await DumpProgram.FindAsync(major, cancellationToken).ConfigureAwait(false) is { } program
            ? await DumpAsync(program, settings, FilePath(settings, path, stamp), cancellationToken).ConfigureAwait(false)
            : path is null
                ? await CloneAsync(settings, $"{settings.Database}_backup_{stamp.ToLowerInvariant()}", major, cancellationToken).ConfigureAwait(false)
                : throw Refused(NoProgram(major), Advice(major));
    }

    private static async Task<Backup> DumpAsync(DumpProgram program, ConnectionSettings settings, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            throw Refused($"The file {file} is there already.", ["Name another file or a folder: --backup=PATH"]);
        }

        var unfinished = file + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var said = await program.RunAsync(settings, ["--format=custom", $"--file={unfinished}"], cancellationToken).ConfigureAwait(false);
            if (said is not null)
            {
                throw Refused($"pg_dump failed: {said}", ["Mend what it says, or run without --backup."]);
            }

            File.Move(unfinished, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(e.Message, ["Name another file or a folder: --backup=PATH"], e);
        }
        finally
        {
            File.Delete(unfinished);
        }

        string[] restore = ["pg_restore", "--clean", "--if-exists", "--create", "--exit-on-error", .. LibpqVariables.Options(settings), "--dbname=postgres", file];
        return new Backup(BackupKind.Dump, file, new FileInfo(file).Length, [ShellText.Join(restore)]);
    }

    private static async Task<Backup> CloneAsync(ConnectionSettings settings, string name, int major, CancellationToken cancellationToken)
    {
        var source = DatabaseClone.Quote(settings.Database);
        var clone = DatabaseClone.Quote(name);
        var (made, reason) = await DatabaseClone.TryCreateAsync(settings, name, cancellationToken).ConfigureAwait(false);
        if (!made)
        {
            throw Refused($"{NoProgram(major)}, and the database cannot be copied: {reason}", Advice(major));
        }

        var bytes = await DatabaseClone.SizeAsync(settings, name, cancellationToken).ConfigureAwait(false);
        string[] restore =
        [
            "psql", .. LibpqVariables.Options(settings), "--dbname=postgres", "--set=ON_ERROR_STOP=1",
            $"--command=DROP DATABASE {source} WITH (FORCE)", $"--command=ALTER DATABASE {clone} RENAME TO {source}",
        ];
        return new Backup(BackupKind.Clone, name, bytes, [ShellText.Join(restore)]);
    }

    private static async Task<int> MajorAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var source = await DatabaseConnector.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return connection.PostgreSqlVersion.Major;
            }
        }
    }

    private static string FilePath(ConnectionSettings settings, string? path, string stamp)
    {
        var name = $"{string.Concat(settings.Database.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'))}_{stamp}.dump";
        return Path.GetFullPath(path switch
        {
            null => name,
            _ when Path.EndsInDirectorySeparator(path) || Directory.Exists(path) => Path.Combine(path, name),
            _ => path,
        });
    }

    private static string NoProgram(int major) =>
        string.Create(CultureInfo.InvariantCulture, $"There is no pg_dump of version {major} on this machine");

    private static IReadOnlyList<string> Advice(int major) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Install it (Debian: apt-get install postgresql-client-{major}), or name its folder: HOTLINE_MIGRATE_PGBIN=/path/to/bin"),
        "Or make a backup in your own way, and run without --backup.",
    ];

    private static DiagnosticException Refused(string why, IReadOnlyList<string> next, Exception? cause = null) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.BackupFailed,
        Summary = "The backup was not made, so nothing was run.",
        Why = why,
        NextActions = next,
    }, cause);
}
