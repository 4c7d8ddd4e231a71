using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.History;
using Hotline.Migrate.Importing;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>Why a database cannot be taken over, or what to know about it.</summary>
internal static class AdoptProblems
{
    private const int Shown = 20;

    public static DiagnosticException NotFirst(string folder) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.BaselineNotFirst,
        Summary = "The folder has migrations already, and this makes the first one. Nothing was changed.",
        Where = new SourceLocation(folder),
        NextActions =
        [
            "Where the database is what the migrations make: dotnet hotline-migrate stamp head",
            "To see how it differs: dotnet hotline-migrate drift",
            "To begin anew, move the migrations and the snapshot folder away first.",
        ],
    });

    public static DiagnosticException DraftInTheWay(string path) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.BaselineNotFirst,
        Summary = "The folder has a draft that was written by hand. Nothing was changed.",
        Where = new SourceLocation(path),
        NextActions = ["Move it away; behind the baseline it can come back with that for its parent."],
    });

    public static DiagnosticException HasHistory(DatabaseHistory history) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.DatabaseHasHistory,
        Summary = $"The database has a history of its own: it is at {string.Join(", ", history.Heads)}. Nothing was changed.",
        NextActions =
        [
            "dotnet hotline-migrate current",
            "Where that history is to be forgotten: dotnet hotline-migrate stamp base --purge",
        ],
    });

    public static DiagnosticException Nothing(string database) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.NothingToBaseline,
        Summary = $"The database {database} holds nothing that a migration could be made of. Nothing was changed.",
        Why = "It is empty, or the filters in hotline-migrate.json leave all of it to others.",
        NextActions =
        [
            "To begin with an empty database: dotnet hotline-migrate create \"message\"",
            "To see which database it is: dotnet hotline-migrate config --show-origin",
        ],
    });

    public static Diagnostic LeftOut(IReadOnlyList<string> names) => new()
    {
        Code = DiagnosticCodes.LeftOutOfBaseline,
        Severity = DiagnosticSeverity.Warning,
        Summary = names.Count == 1
            ? $"The baseline leaves out {names[0]}."
            : FormattableString.Invariant($"The baseline leaves out {names.Count} objects, which a fresh database will lack."),
        Why = names.Count == 1 ? null : Lines(names),
        NextActions = ["Add them by hand: dotnet hotline-migrate create \"views and functions\" --empty, then stamp this database with it."],
    };

    public static Diagnostic NotProven(Diagnostic reason) => new()
    {
        Code = DiagnosticCodes.BaselineNotProven,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"The baseline was not replayed: {reason.Summary}",
        Why = reason.Why,
        NextActions = ["Prove it where a scratch database can be made: dotnet hotline-migrate verify --scratch-url postgresql://..."],
    };

    public static DiagnosticException Differs(IReadOnlyCollection<SchemaDifference> differences) => new(FailureKind.Migration, new Diagnostic
    {
        Code = DiagnosticCodes.BaselineDiffers,
        Summary = "The baseline does not make what the database holds. Nothing was changed.",
        Why = Lines([.. DifferenceTree.Lines([.. differences])]),
        NextActions =
        [
            "Leave the objects to others with 'ignore' in hotline-migrate.json, if they are not the project's.",
            "Or write it all the same, and mend it by hand: --no-verify",
        ],
    });

    public static Diagnostic ImportDiffers(IReadOnlyCollection<SchemaDifference> differences) => new()
    {
        Code = DiagnosticCodes.BaselineDiffers,
        Severity = DiagnosticSeverity.Warning,
        Summary = "The database is not what the imported migrations make.",
        Why = Lines([.. DifferenceTree.Lines([.. differences])]),
        NextActions = ["dotnet hotline-migrate drift adopt", "dotnet hotline-migrate drift revert"],
    };

    public static DiagnosticException NoHistory(OtherTool? wanted, IReadOnlyList<OtherHistory> found) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.OtherHistoryNotFound,
        Summary = wanted is { } tool
            ? $"The database has no history table of {OtherToolNames.NameOf(tool)}. Nothing was changed."
            : "The database has no history table of another migration tool. Nothing was changed.",
        Why = $"Looked in every schema for the tables of {string.Join(", ", Enum.GetValues<OtherTool>().Select(OtherToolNames.NameOf))}.",
        NextActions =
        [
            .. found.Select(h => $"There is that of {OtherToolNames.NameOf(h.Tool)}: --from {OtherToolNames.KeyOf(h.Tool)}"),
            "Without another tool: dotnet hotline-migrate baseline \"message\"",
        ],
    });

    public static DiagnosticException Several(IReadOnlyList<OtherHistory> found) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.SeveralOtherHistories,
        Summary = "The database has more than one history table. Nothing was changed.",
        Why = Lines([.. found.Select(h =>
            $"{OtherToolNames.NameOf(h.Tool)}: {h.Table.Schema}.{h.Table.Name}{(h.Position is { Count: > 0 } at ? $" at {string.Join(", ", at)}" : ", empty")}")]),
        NextActions = found.DistinctBy(h => h.Tool).Count() == found.Count
            ? [.. found.Select(h => $"dotnet hotline-migrate adopt --from {OtherToolNames.KeyOf(h.Tool)}")]
            : [.. found.Select(h => $"dotnet hotline-migrate adopt --from {OtherToolNames.KeyOf(h.Tool)}:{h.Table.Schema}.{h.Table.Name}")],
    });

    public static DiagnosticException Unfinished(OtherHistory history) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.OtherHistoryUnfinished,
        Summary = $"{OtherToolNames.NameOf(history.Tool)} did not finish: {string.Join(", ", history.Failed.Select(e => e.Label))}. Nothing was changed.",
        Why = $"{history.Table.Schema}.{history.Table.Name} marks it as failed or half done, so what the database holds is no state of the migrations.",
        NextActions = [OtherToolNames.RepairOf(history.Tool), "Then run this command again."],
    });

    public static DiagnosticException PendingWithoutSql(IReadOnlyList<ImportedMigration> migrations, string folder) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.PendingWithoutSql,
        Summary = FormattableString.Invariant($"The SQL of {migrations.Count} Alembic migrations that the database does not have is not known. Nothing was changed."),
        Why = Lines([.. migrations.Select(m => $"{m.Revision} {m.Message} ({m.Name})")]),
        Where = migrations[0].Source,
        NextActions =
        [
            "Apply them in Alembic first: alembic upgrade head",
            $"Or write their SQL: alembic upgrade head --sql > upgrade.sql, then: dotnet hotline-migrate adopt {folder} --sql upgrade.sql",
        ],
    });

    public static DiagnosticException OtherPlace(OtherHistory history, IReadOnlyList<string> lacking) => Refusal(new Diagnostic
    {
        Code = DiagnosticCodes.OtherHistoryDiffers,
        Summary = $"By {OtherToolNames.NameOf(history.Tool)} this database is at {string.Join(", ", history.Position)}, which is not where the migrations were taken over. Nothing was changed.",
        Why = lacking.Count == 0 ? null : $"It lacks {string.Join(", ", lacking)}.",
        NextActions = [$"Bring it there first: {OtherToolNames.RepairOf(history.Tool)}"],
    });

    public static Diagnostic NothingRecorded() => new()
    {
        Code = DiagnosticCodes.OtherHistoryNotFound,
        Severity = DiagnosticSeverity.Warning,
        Summary = "The database is not empty, and nothing in it tells which of the migrations it has: all of them count as pending.",
        NextActions = ["Record where it is: dotnet hotline-migrate stamp REVISION"],
    };

    private static DiagnosticException Refusal(Diagnostic diagnostic) => new(FailureKind.Usage, diagnostic);

    private static string Lines(IReadOnlyList<string> lines) => string.Join(
        '\n', lines.Count > Shown ? [.. lines.Take(Shown), FormattableString.Invariant($"... and {lines.Count - Shown} more")] : lines);
}
