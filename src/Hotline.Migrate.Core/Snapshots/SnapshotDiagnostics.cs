using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Snapshots;

/// <summary>What is wrong with files in the snapshot folder.</summary>
internal static class SnapshotDiagnostics
{
    private const string Restore = "Take the file from version control again; the tool alone writes it.";

    public static Diagnostic Foreign(SourceLocation where) => new()
    {
        Code = DiagnosticCodes.SnapshotFileForeign,
        Summary = $"{Path.GetFileName(where.Path)} does not belong into the snapshot.",
        Why = "The snapshot holds a folder for each kind of object, and in it a .json file for each object.",
        Where = where,
        NextActions = ["Move the file elsewhere, or delete it."],
    };

    public static Diagnostic Misplaced(SourceLocation where, SchemaObject found) => new()
    {
        Code = DiagnosticCodes.SnapshotFileMisplaced,
        Summary = $"{Path.GetFileName(where.Path)} holds the {found.Kind} {found.Name}, whose file is {SnapshotPath.Of(found)}.",
        Where = where,
        NextActions = [Restore],
    };

    public static Diagnostic Invalid(SourceLocation where, string content, string why) => new()
    {
        Code = DiagnosticCodes.SnapshotFileInvalid,
        Summary = $"The snapshot file {Path.GetFileName(where.Path)} is not readable.",
        Why = content.Contains("<<<<<<<", StringComparison.Ordinal)
            ? "It holds the marks of a merge conflict."
            : why,
        Where = where,
        NextActions = content.Contains("<<<<<<<", StringComparison.Ordinal)
            ? ["Solve the conflict: keep the lines that both branches need, as the model has them."]
            : [Restore],
    };
}
