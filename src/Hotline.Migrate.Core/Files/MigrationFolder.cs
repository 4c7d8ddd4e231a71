using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Files;

/// <summary>The folder that holds the migration files.</summary>
/// <remarks>
/// Every <c>*.sql</c> file directly in it is a migration and must have a header. Other files, hidden files and
/// folders (<c>snapshot</c> among them) are none of its business.
/// </remarks>
public static class MigrationFolder
{
    private const int MostHeld = 1 << 20;

    /// <summary>All migrations of a folder, in the order of their file names.</summary>
    /// <remarks>
    /// A sealed file whose hash fits is as it was when it was read to be sealed, so what stands behind its header is read when it is
    /// asked for; of every other file all is read.
    /// </remarks>
    /// <exception cref="DiagnosticException">HM0221 where the folder is missing; else every unreadable file's own error, all at once.</exception>
    public static IReadOnlyList<Migration> Load(string path, CancellationToken cancellationToken) =>
        ForEach(Files(path), static file => ReadChanged(ReadHeader(file)), cancellationToken);

    /// <summary>Reads what stands behind the headers of <paramref name="migrations"/>, so that what is wrong with any of them is told at once.</summary>
    /// <exception cref="DiagnosticException">Every unreadable file's own error.</exception>
    public static IReadOnlyList<Migration> ReadBodies(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken) =>
        ForEach(migrations, ReadBody, cancellationToken);

    private static Migration ReadHeader(string path) => TextFile.Read(path, MostHeld) is { } text
        ? MigrationFile.ParseHeader(path, text)
        : LongScript.ReadHeader(path, new FileInfo(path));

    private static Migration ReadChanged(Migration migration) => migration.IsDraft || migration.IsEdited ? ReadBody(migration) : migration;

    private static Migration ReadBody(Migration migration)
    {
        _ = migration.Upgrade;
        return migration;
    }

    private static Migration[] ForEach<T>(IReadOnlyList<T> items, Func<T, Migration> read, CancellationToken cancellationToken)
    {
        var migrations = new Migration[items.Count];
        var problems = new IReadOnlyList<Diagnostic>[items.Count];

        // Without a limit it takes every thread there is, and the answers of a database wait behind the files.
        var limits = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, items.Count, limits, i =>
        {
            try
            {
                migrations[i] = read(items[i]);
            }
            catch (DiagnosticException e)
            {
                problems[i] = e.Diagnostics;
            }
        });

        Diagnostic[] all = [.. problems.Where(p => p is not null).SelectMany(p => p)];
        return all.Length == 0 ? migrations : throw new DiagnosticException(FailureKind.Usage, all);
    }

    /// <summary>The paths of the migration files, in the order of their names.</summary>
    /// <exception cref="DiagnosticException">HM0221 where the folder is missing or cannot be read.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(path)
                    .Where(file => file.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(file).StartsWith('.'))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.MigrationFolderMissing,
                    Summary = e is DirectoryNotFoundException
                        ? "The migrations folder does not exist."
                        : "The migrations folder cannot be read.",
                    Why = e is DirectoryNotFoundException ? null : e.Message,
                    Where = new(path),
                    NextActions =
                    [
                        "Check 'migrations' in hotline-migrate.json, and the folder that the tool runs in.",
                        "In a new project, 'dotnet hotline-migrate create' makes it.",
                    ],
                },
                e);
        }
    }
}
