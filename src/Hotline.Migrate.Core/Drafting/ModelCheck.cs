using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>What is not as it must be before a commit: the model is ahead of the migrations, a draft is left, a file was changed.</summary>
public static class ModelCheck
{
    /// <summary>Every such thing as an error. What the diff itself found is not repeated.</summary>
    public static IReadOnlyList<DiffFinding> Find(DraftSituation situation, DraftPlan plan)
    {
        var findings = new List<DiffFinding>();
        findings.AddRange(plan.Diff.Operations.Select(o => Differs(OperationSummary.Of(o))));
        if (plan.Draft is { } draft)
        {
            findings.Add(About(new Diagnostic
            {
                Code = DiagnosticCodes.DraftNotSealed,
                Summary = $"The migration {Path.GetFileName(draft.Path)} is a draft.",
                Where = new SourceLocation(draft.Path),
                NextActions = ["dotnet hotline-migrate create \"message\""],
            }));
        }

        if (SeveralHeads(situation, plan) is { } heads)
        {
            findings.Add(About(heads));
        }

        findings.AddRange(situation.Migrations.Where(m => !m.IsDraft && m.IsEdited).Select(m => About(DraftDiagnostics.SealedEdited(m))));
        return findings;
    }

    /// <summary>The error of several heads; <c>null</c> when there is one at most, or the plan says it already.</summary>
    public static Diagnostic? SeveralHeads(DraftSituation situation, DraftPlan plan)
    {
        var heads = DraftPlanner.Heads(situation.Migrations);
        return heads.Count > 1 && !plan.Diagnostics.Any(d => d.Code == DiagnosticCodes.SeveralHeads)
            ? DraftDiagnostics.SeveralHeads(situation.Migrations, heads)
            : null;
    }

    private static DiffFinding Differs(OperationSummary summary) => new(
        new Diagnostic
        {
            Code = DiagnosticCodes.ModelDiffers,
            Summary = $"No migration makes this change of the model: {summary}",
            NextActions = ["dotnet hotline-migrate create \"message\""],
        },
        summary.Kind,
        summary.Name,
        summary.Member);

    // The file is the place; there is no object to look for.
    private static DiffFinding About(Diagnostic diagnostic) => new(diagnostic, SchemaKinds.Schema, QualifiedName.Of(""));
}
