using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Chooses the text that undoes a revision.</summary>
internal static class WayBack
{
    /// <summary>Undoes <paramref name="row"/> with the text that was kept when it was applied.</summary>
    /// <param name="row">What was applied.</param>
    /// <param name="file">Its file, where the folder has it.</param>
    /// <param name="warnings">Told when the file's text is another one, or there is no text.</param>
    public static PlannedChange.Downgrade Of(AppliedRevision row, Migration? file, List<Diagnostic> warnings)
    {
        var kept = row.DowngradeText ?? throw new InvalidOperationException("The history was read without its ways back.");
        if (file is not null && KeptText.Same(KeptText.Of(file.Downgrade), kept))
        {
            if (HasCommands(file.Upgrade) && !HasCommands(file.Downgrade))
            {
                warnings.Add(NothingToUndo(row, file.Path));
            }

            return new PlannedChange.Downgrade(row, file.Downgrade, file.Path);
        }

        var source = $"history of {row.Revision}";
        if (file is not null)
        {
            warnings.Add(Differs(row, file.Path));
        }

        return new PlannedChange.Downgrade(row, MigrationFile.ParseSection(source, kept), source);
    }

    private static bool HasCommands(MigrationSection section) => section.Steps.Any(s => s.Commands.Count > 0);

    private static Diagnostic NothingToUndo(AppliedRevision row, string path) => new()
    {
        Code = DiagnosticCodes.NothingToUndo,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"Revision {row.Revision} has an empty downgrade section: what it did stays, only the history forgets it.",
        Where = new SourceLocation(path),
    };

    private static Diagnostic Differs(AppliedRevision row, string path) => new()
    {
        Code = DiagnosticCodes.DowngradeFromHistory,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The downgrade of {row.Revision} was edited after it was applied; the text kept in the database is used.",
        Where = new SourceLocation(path),
    };
}
