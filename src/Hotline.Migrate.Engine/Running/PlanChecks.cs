using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Finds what cannot run before anything does.</summary>
internal static class PlanChecks
{
    /// <summary>Refuses a plan that holds a statement where it cannot run or that the server does not know, or C# that is not there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="server">The server's version.</param>
    /// <param name="checkedBefore">A plan that was looked at already: what is the same in both is not looked at again.</param>
    public static void EnsureRunnable(RunPlan plan, RunnerOptions options, Version server, RunPlan? checkedBefore = null)
    {
        var known = checkedBefore?.Changes.Select(Identity).ToHashSet() ?? [];
        PlannedChange[] changes = [.. plan.Changes.Where(change => !known.Contains(Identity(change)))];
        Diagnostic[] problems =
        [
            .. changes.SelectMany(c => MigrationRules.Check(c.Section)).Where(d => d.Severity == DiagnosticSeverity.Error),
            .. changes.SelectMany(c => ServerRules.Check(c.Section, server)),
        ];
        if (problems is not [])
        {
            throw new DiagnosticException(FailureKind.Usage, problems);
        }

        foreach (var code in changes.SelectMany(c => c.Section.Steps).SelectMany(s => s.Commands).OfType<CodeCommand>())
        {
            CommandExecution.Resolve(code, options.DataMigrations);
        }
    }

    // The hash stands for the text of a file; where the text is the history's, accepting another one changes the hash there.
    private static (string, string, string, string) Identity(PlannedChange change) => (change.Name, change.Revision, change.Hash, change.Path);
}
