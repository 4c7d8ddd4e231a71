using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>What must fit between the history of a database and the files of a project.</summary>
internal static class HistoryChecks
{
    /// <summary>Refuses when a file is no longer what was applied.</summary>
    public static void EnsureUnedited(MigrationSet set, IEnumerable<AppliedRevision> applied)
    {
        if (Edited(set, applied) is { Count: > 0 } edited)
        {
            throw new DiagnosticException(FailureKind.Usage, edited);
        }
    }

    /// <summary>The files that are no longer what was applied.</summary>
    public static IReadOnlyList<Diagnostic> Edited(MigrationSet set, IEnumerable<AppliedRevision> applied) =>
    [
        .. from row in applied
           where !row.IsDraft
           let file = set.Find(row.Revision)
           where file is not null && file.ContentHash != row.Hash
           select Edited(row, file),
    ];

    /// <summary>Refuses drafts where they are not allowed.</summary>
    public static void EnsureNoDraft(IEnumerable<Migration> migrations, RunnerOptions options)
    {
        if (!options.AllowDrafts && migrations.FirstOrDefault(m => m.IsDraft) is { } draft)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.DraftNotAllowed,
                Summary = $"Revision {draft.Revision} is a draft, and drafts are applied to development databases only. Nothing was changed.",
                Where = new SourceLocation(draft.Path),
                NextActions =
                [
                    draft.GeneratedHash is null
                        ? $"Seal it: dotnet hotline-migrate edit {draft.Revision} --seal"
                        : "Seal it: dotnet hotline-migrate create \"message\"",
                ],
            });
        }
    }

    /// <summary>The refusal of a database that has revisions which the files lack.</summary>
    public static DiagnosticException Missing(IReadOnlySet<string> unknown, DatabaseHistory history) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.AppliedRevisionMissing,
        Summary = unknown.Count == 1
            ? $"The database has revision {unknown.First()}, which the migrations folder lacks. Nothing was changed."
            : FormattableString.Invariant($"The database has {unknown.Count} revisions that the migrations folder lacks. Nothing was changed."),
        Why = string.Join('\n', history.Applied.Where(row => unknown.Contains(row.Revision)).Select(row =>
            FormattableString.Invariant($"{row.Revision} {row.Message} (applied {row.AppliedAt:yyyy-MM-dd HH:mm}Z by {row.AppliedBy})"))),
        NextActions =
        [
            "Get the files: pull the branch that holds them, or use the newer release.",
            "Or undo them with the text that the database keeps: dotnet hotline-migrate downgrade REVISION",
            "Or forget them: dotnet hotline-migrate stamp REVISION --purge",
        ],
    });

    /// <summary>The warning about a file that differs from the hash in its own header, and was never applied here.</summary>
    public static Diagnostic EditedAfterSealing(Migration migration) => new()
    {
        Code = DiagnosticCodes.SealedMigrationEdited,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"Revision {migration.Revision} was edited after it was sealed; it is applied as it is now.",
        Where = new SourceLocation(migration.Path),
        NextActions = [$"Bring its hash up to date: dotnet hotline-migrate edit {migration.Revision}"],
    };

    private static Diagnostic Edited(AppliedRevision row, Migration file) => new()
    {
        Code = DiagnosticCodes.AppliedMigrationEdited,
        Summary = $"Revision {row.Revision} was edited after it was applied. Nothing was changed.",
        Why = $"Applied with hash {row.Hash}; the file now has {file.ContentHash}.",
        Where = new SourceLocation(file.Path),
        NextActions =
        [
            "Restore the file, and put the change into a new migration: dotnet hotline-migrate create \"message\"",
            $"Or accept the file as what was applied: dotnet hotline-migrate repair {row.Revision} --accept",
        ],
    };
}
