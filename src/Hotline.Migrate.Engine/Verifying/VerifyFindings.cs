using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Verifying;

/// <summary>Says what does not hold.</summary>
internal static class VerifyFindings
{
    public static VerifyFinding UpgradeFails(Migration migration, DiagnosticException failure) =>
        Fails(migration, failure, DiagnosticCodes.UpgradeFails, "The upgrade");

    public static VerifyFinding DowngradeFails(Migration migration, DiagnosticException failure) =>
        Fails(migration, failure, DiagnosticCodes.DowngradeFails, "The downgrade");

    public static VerifyFinding SecondUpgradeFails(Migration migration, DiagnosticException failure) =>
        Fails(migration, failure, DiagnosticCodes.SecondUpgradeDiffers, "The second upgrade, after the downgrade,");

    public static VerifyFinding DowngradeDiffers(Migration migration, EquatableArray<SchemaDifference> differences) => Differs(
        migration,
        differences,
        DiagnosticCodes.DowngradeDiffers,
        $"The downgrade of {migration.Revision} does not give the schema from before its upgrade.",
        "Correct the downgrade section so that it undoes the whole upgrade.");

    public static VerifyFinding SecondUpgradeDiffers(Migration migration, EquatableArray<SchemaDifference> differences) => Differs(
        migration,
        differences,
        DiagnosticCodes.SecondUpgradeDiffers,
        $"After downgrade and upgrade, {migration.Revision} gives another schema than the first time.",
        "Look at what the upgrade and the downgrade section of this migration leave behind.");

    public static VerifyFinding ModelDiffers(Migration? newest, EquatableArray<SchemaDifference> differences) => Differs(
        newest,
        differences,
        DiagnosticCodes.MigrationsDifferFromModel,
        "The migrations do not give the schema that the model describes.",
        "Build, and seal what the build drafts: dotnet hotline-migrate create \"message\"",
        "Or correct the migration that was written or changed by hand.");

    public static VerifyFinding FailsOnRows(Migration migration, DiagnosticException failure) =>
        Fails(migration, failure, DiagnosticCodes.FailsOnRows, "On tables that hold rows, the upgrade");

    public static VerifyFinding RowsLost(Migration migration, string direction, string what) => new(
        new Diagnostic
        {
            Code = DiagnosticCodes.RowsLost,
            Summary = $"The {direction} of {migration.Revision} does not keep rows: {what}",
            Where = new SourceLocation(migration.Path),
            NextActions = [$"Correct the {direction} section so that the rows stay as they are."],
        },
        migration.Revision,
        []);

    private static VerifyFinding Fails(Migration migration, DiagnosticException failure, string code, string what)
    {
        var cause = failure.Diagnostics[0];
        return new VerifyFinding(
            cause with
            {
                Code = code,
                Severity = DiagnosticSeverity.Error,
                Summary = $"{what} of {migration.Revision} fails: {cause.Summary}",
                Where = cause.Where ?? new SourceLocation(migration.Path),
                NextActions = ["Correct the migration and run the command again."],
            },
            migration.Revision,
            []);
    }

    private static VerifyFinding Differs(
        Migration? migration, EquatableArray<SchemaDifference> differences, string code, string summary, params string[] actions) => new(
            new Diagnostic
            {
                Code = code,
                Summary = summary,
                Why = string.Join('\n', DifferenceTree.Lines(differences)),
                Where = migration is null ? null : new SourceLocation(migration.Path),
                NextActions = actions,
            },
            code == DiagnosticCodes.MigrationsDifferFromModel ? null : migration?.Revision,
            differences);
}
