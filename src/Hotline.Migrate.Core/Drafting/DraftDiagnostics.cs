using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>What there is to say about drafts.</summary>
internal static class DraftDiagnostics
{
    public static Diagnostic SeveralDrafts(IReadOnlyList<Migration> drafts) => new()
    {
        Code = DiagnosticCodes.SeveralDrafts,
        Summary = $"There are {drafts.Count} drafts: {string.Join(", ", drafts.Select(d => Path.GetFileName(d.Path)))}.",
        Where = new SourceLocation(drafts[^1].Path),
        NextActions =
        [
            .. drafts.Where(d => d.GeneratedHash is null).Select(d => $"Seal what was written by hand: dotnet hotline-migrate edit {d.Revision} --seal"),
            "Delete all but one; the build writes the remaining one anew unless it was edited by hand.",
        ],
    };

    public static Diagnostic SeveralHeads(IReadOnlyList<Migration> migrations, EquatableArray<string> heads)
    {
        var files = heads.Select(h => migrations.First(m => m.Revision == h)).ToArray();
        return new Diagnostic
        {
            Code = DiagnosticCodes.SeveralHeads,
            Summary = $"There are {heads.Count} heads: {string.Join(", ", files.Select(f => $"{f.Revision} ({Path.GetFileName(f.Path)})"))}.",
            Where = new SourceLocation(files[^1].Path),
            Why = "Branches were brought together that both added migrations. A new migration builds on one head.",
            NextActions = ["dotnet hotline-migrate merge heads -m \"merge\""],
        };
    }

    public static Diagnostic Edited(Migration draft) => new()
    {
        Code = DiagnosticCodes.DraftEdited,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The draft {Path.GetFileName(draft.Path)} was edited by hand and is kept as it is.",
        Where = new SourceLocation(draft.Path),
        NextActions = ["Seal it with 'dotnet hotline-migrate create \"message\"'; or delete the file, and the next build writes it anew."],
    };

    public static Diagnostic EditedWithoutDifference(Migration draft) => Edited(draft) with
    {
        Why = "Model and migrations agree without it.",
    };

    public static Diagnostic Outdated(Migration draft, SchemaDiff diff) => new()
    {
        Code = DiagnosticCodes.DraftOutdated,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The draft {Path.GetFileName(draft.Path)} was edited by hand and is kept, but it was written for another state of the model.",
        Where = new SourceLocation(draft.Path),
        Why = "From the migrations to the model it takes: " + string.Join("; ", diff.Operations.Select(OperationSummary.Of)),
        NextActions = ["Bring the file up to date by hand; or delete it, and the next build writes it anew."],
    };

    public static Diagnostic SealedEdited(Migration migration) => new()
    {
        Code = DiagnosticCodes.SealedMigrationEdited,
        Summary = $"The migration {Path.GetFileName(migration.Path)} was changed after it was sealed.",
        Where = new SourceLocation(migration.Path),
        NextActions = ["Restore it from version control, and put the change into a new migration.", "dotnet hotline-migrate edit " + migration.Revision],
    };
}
