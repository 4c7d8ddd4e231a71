using Hotline.Migrate.Comparing;
using Hotline.Migrate.Connecting;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.History;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Drift;

/// <summary>Says what is wrong with a comparison of a database with its revisions.</summary>
internal static class DriftDiagnostics
{
    public static DiagnosticException Lost(IReadOnlyList<AppliedRevision> rows) => new(
        FailureKind.Usage,
        [
            .. rows.Select(row => new Diagnostic
            {
                Code = DiagnosticCodes.RevisionNotReplayable,
                Summary = $"The database has revision {row.Revision}, which the migrations folder lacks, so it cannot be replayed.",
                Why = $"It is '{row.Message}'.",
                NextActions =
                [
                    "Get the files: pull the branch that holds them, or use the newer release.",
                    "Or forget it: dotnet hotline-migrate stamp REVISION --purge",
                ],
            }),
        ]);

    public static DiagnosticException ReplayFails(DiagnosticException failure) => new(
        failure.Kind,
        [
            failure.Diagnostics[0] with
            {
                Code = DiagnosticCodes.RevisionNotReplayable,
                Summary = $"The revisions of the database cannot be replayed on an empty one: {failure.Diagnostics[0].Summary}",
                NextActions = ["See what else does not hold: dotnet hotline-migrate verify"],
            },
        ],
        failure);

    public static Diagnostic Edited(Migration file) => new()
    {
        Code = DiagnosticCodes.EditedRevisionReplayed,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"Revision {file.Revision} was edited after it was applied; it is replayed as it is now.",
        Where = new SourceLocation(file.Path),
    };

    public static Diagnostic Found(DriftReport report, ConnectionSettings database) => new()
    {
        Code = DiagnosticCodes.Drift,
        Summary = $"The database {database.Database} is not what its applied revisions make.",
        Why = string.Join('\n', DifferenceTree.Lines(report.Differences)),
        NextActions = ["dotnet hotline-migrate drift revert", "dotnet hotline-migrate drift adopt"],
    };

    public static Diagnostic Unclear(RenameQuestion question) => new()
    {
        Code = DiagnosticCodes.PossibleRename,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"{question.Old} may have been renamed to {string.Join(" or ", question.Candidates)} in the database.",
        NextActions = [.. question.Candidates.Select(c => $"If so: --rename {question.Old}={c}"), $"If not: --drop {question.Old}"],
    };
}
