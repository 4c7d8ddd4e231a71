using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>Tells how far the downgrade of a migration goes back, whoever wrote it.</summary>
public static class DowngradeRules
{
    /// <summary>What to know before one relies on the downgrade: HM0515, HM0516; <c>null</c> where it brings everything back.</summary>
    /// <remarks>A statement under <c>-- hm:ignore</c> with the rule's code and a reason is one that its author answers for.</remarks>
    public static Diagnostic? Check(Migration migration)
    {
        if (HasCommands(migration.Upgrade) && !HasCommands(migration.Downgrade))
        {
            return new Diagnostic
            {
                Code = DiagnosticCodes.DowngradeImpossible,
                Severity = DiagnosticSeverity.Warning,
                Summary = $"The migration {migration.Revision} has no downgrade: it cannot be undone.",
                Where = new SourceLocation(migration.Path),
                NextActions = ["Write what undoes it below '-- hm:downgrade', or keep a backup for the way back."],
            };
        }

        return DataLosses.Of(migration.Upgrade) is { Count: > 0 } losses
            ? new Diagnostic
            {
                Code = DiagnosticCodes.DowngradeStructureOnly,
                Severity = DiagnosticSeverity.Warning,
                Summary = $"The downgrade of {migration.Revision} brings the structure back, but not all data: {string.Join(", ", losses.Select(l => l.Text))}.",
                Where = losses[0].Where ?? new SourceLocation(migration.Path),
                NextActions = ["Copy the data before it goes, or put '-- hm:ignore CODE reason: WHY' above the statement."],
            }
            : null;
    }

    private static bool HasCommands(MigrationSection section) => section.Steps.Any(step => step.Commands.Count > 0);
}
