using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>Reads the migrations of another tool. Pure: nothing is run, and no database is asked.</summary>
public static class FolderImport
{
    /// <summary>Reads the files of a folder.</summary>
    /// <param name="folder">The folder, for messages.</param>
    /// <param name="files">Its files.</param>
    /// <param name="options">What else there is to know.</param>
    /// <exception cref="DiagnosticException">HM0230 to HM0236, or the SQL cannot be read; everything that is wrong at once.</exception>
    public static ImportedFolder Read(string folder, IReadOnlyList<SourceText> files, ImportOptions options)
    {
        var reading = new ImportReading(options);
        if (FormatOf(files) is not { } format)
        {
            throw new DiagnosticException(FailureKind.Usage, ImportProblems.Unknown(folder, Why(files)));
        }

        var migrations = format switch
        {
            ImportFormat.Alembic => AlembicFiles.Read(files, reading),
            ImportFormat.Flyway => FlywayFiles.Read(files, reading),
            ImportFormat.UpDown => UpDownFiles.Read(files, reading),
            ImportFormat.Dbmate or ImportFormat.Goose => MarkedFiles.Read(files, format, reading),
            _ => PlainFiles.Read(files, reading),
        };
        return reading.Problems.Count > 0
            ? throw new DiagnosticException(FailureKind.Usage, reading.Problems)
            : new ImportedFolder(format, migrations, reading.Warnings);
    }

    private static ImportFormat? FormatOf(IReadOnlyList<SourceText> files) => true switch
    {
        _ when files.Any(AlembicFiles.IsOne) => ImportFormat.Alembic,
        _ when files.Any(f => FlywayFiles.IsOne(f.FileName)) => ImportFormat.Flyway,
        _ when files.Any(f => UpDownFiles.IsOne(f.FileName)) => ImportFormat.UpDown,
        _ when files.Any(MarkedFiles.IsGoose) => ImportFormat.Goose,
        _ when files.Any(MarkedFiles.IsDbmate) => ImportFormat.Dbmate,
        _ when files.Any(PlainFiles.IsPrisma) => ImportFormat.Prisma,
        _ when files.Any(f => f.FileName.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)) => ImportFormat.Plain,
        _ => null,
    };

    private static string Why(IReadOnlyList<SourceText> files) => files.Count == 0
        ? "It is empty."
        : files.Any(f => Path.GetExtension(f.FileName) is ".cs" or ".rb" or ".go" or ".java")
            ? "Its migrations are program code, whose SQL only running it could tell."
            : "SQL files (Flyway, Evolve, golang-migrate, dbmate, goose, Prisma, DbUp, grate) and Alembic's versions can be read.";
}
