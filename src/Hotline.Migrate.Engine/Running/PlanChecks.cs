using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Finds what cannot run before anything does.</summary>
internal static class PlanChecks
{
    /// <summary>Refuses a plan that holds a statement where it cannot run or that the server does not know, or C# that is not there.</summary>
    public static void EnsureRunnable(RunPlan plan, RunnerOptions options, Version server)
    {
        Diagnostic[] problems =
        [
            .. plan.Changes.SelectMany(c => MigrationRules.Check(c.Section)).Where(d => d.Severity == DiagnosticSeverity.Error),
            .. plan.Changes.SelectMany(c => ServerRules.Check(c.Section, server)),
        ];
        if (problems is not [])
        {
            throw new DiagnosticException(FailureKind.Usage, problems);
        }

        foreach (var code in plan.Changes.SelectMany(c => c.Section.Steps).SelectMany(s => s.Commands).OfType<CodeCommand>())
        {
            CommandExecution.Resolve(code, options.DataMigrations);
        }
    }
}
