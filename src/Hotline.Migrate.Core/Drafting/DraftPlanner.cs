using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Revisions;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>Decides what the draft has to be. Pure: the caller reads and writes the folder.</summary>
public static class DraftPlanner
{
    /// <summary>The word that a draft has for a message, and so in its file's name.</summary>
    public const string DraftMessage = "draft";

    /// <summary>What is to be done with the draft.</summary>
    /// <exception cref="DiagnosticException">The migrations do not make a graph; there are several drafts (HM0164).</exception>
    public static DraftPlan Plan(DraftSituation situation)
    {
        var draft = FindDraft(situation.Migrations);
        var diff = SchemaDiffer.Diff(situation.Snapshot, situation.Model, situation.Answers);
        var plan = new DraftPlan { Action = DraftAction.None, Diff = diff, Draft = draft, Path = draft?.Path };
        if (diff.HasErrors)
        {
            return plan with { Action = draft is null ? DraftAction.None : DraftAction.Keep };
        }

        var heads = Heads(situation.Migrations);
        if (diff.IsEmpty)
        {
            return PlanWithoutDifference(plan);
        }

        return heads.Count > 1
            ? plan with { Action = draft is null ? DraftAction.None : DraftAction.Keep, Diagnostics = [DraftDiagnostics.SeveralHeads(situation.Migrations, heads)] }
            : PlanWithDifference(plan, situation, heads);
    }

    /// <summary>The one unsealed migration, or <c>null</c>.</summary>
    /// <exception cref="DiagnosticException">There are several (HM0164).</exception>
    public static Migration? FindDraft(IReadOnlyList<Migration> migrations) => migrations.Where(m => m.IsDraft).ToArray() switch
    {
        [] => null,
        [var draft] => draft,
        var several => throw new DiagnosticException(FailureKind.Usage, DraftDiagnostics.SeveralDrafts(several)),
    };

    /// <summary>The heads among the sealed migrations: what the draft builds on.</summary>
    /// <exception cref="DiagnosticException">The sealed migrations do not make a graph.</exception>
    public static EquatableArray<string> Heads(IReadOnlyList<Migration> migrations) =>
        [.. migrations.Where(m => !m.IsDraft).ToRevisionGraph().Heads.Select(h => h.Id)];

    private static DraftPlan PlanWithoutDifference(DraftPlan plan) => plan.Draft switch
    {
        null => plan,
        { IsEdited: false } => plan with { Action = DraftAction.Delete },
        { GeneratedHash: null } => plan with { Action = DraftAction.KeepEdited },
        var edited => plan with { Action = DraftAction.KeepEdited, Diagnostics = [DraftDiagnostics.EditedWithoutDifference(edited)] },
    };

    private static DraftPlan PlanWithDifference(DraftPlan plan, DraftSituation situation, EquatableArray<string> heads)
    {
        var draft = plan.Draft;
        var header = new MigrationHeader
        {
            Revision = draft?.Revision ?? situation.NewRevision,
            Message = DraftMessage,
            Parents = heads,
            Created = draft?.Created ?? situation.Now,
        };
        var body = MigrationBody.Compose(plan.Diff, situation.Rendering);
        var text = MigrationFile.MarkGenerated(MigrationFile.Write(header, body.Upgrade, body.Downgrade, situation.Template));
        var hash = MigrationHash.Compute(text);
        return draft switch
        {
            null => plan with { Action = DraftAction.Write, Path = NewPath(situation, header), Text = text },
            { IsEdited: true } when draft.GeneratedHash == hash =>
                plan with { Action = DraftAction.KeepEdited, Diagnostics = [DraftDiagnostics.Edited(draft)] },
            { IsEdited: true } =>
                plan with { Action = DraftAction.KeepEdited, Diagnostics = [DraftDiagnostics.Outdated(draft, plan.Diff)] },
            _ when draft.ContentHash == hash => plan with { Action = DraftAction.Keep },
            _ => plan with { Action = DraftAction.Write, Text = text },
        };
    }

    private static string NewPath(DraftSituation situation, MigrationHeader header) => Path.Combine(
        situation.Folder,
        MigrationFileName.Of(situation.FileNameTemplate, situation.Now, header.Revision, header.Message));
}
