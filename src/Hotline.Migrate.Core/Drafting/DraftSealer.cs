using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Snapshots;

namespace Hotline.Migrate.Drafting;

/// <summary>Seals the draft: final name and message, hash in the header, snapshot moved forward to the model. Pure.</summary>
public static class DraftSealer
{
    /// <summary>The folder of the snapshot, in the migrations folder.</summary>
    public const string SnapshotFolder = "snapshot";

    /// <summary>
    /// What sealing takes; <c>null</c> when there is neither a draft nor a difference. A draft that was edited is sealed with its
    /// own text; else the text is generated from the model as it is now.
    /// </summary>
    /// <exception cref="DiagnosticException">
    /// The diff has errors or open questions; there are several drafts (HM0164) or several heads (HM0166); the migrations do not make a graph.
    /// </exception>
    public static SealPlan? Seal(DraftSituation situation, SealRequest request)
    {
        var plan = DraftPlanner.Plan(situation);
        if (plan.Diff.HasErrors)
        {
            throw new DiagnosticException(
                FailureKind.Usage, [.. plan.Diff.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
        }

        var draft = plan.Draft;
        var isEdited = draft is { IsEdited: true } && request.DraftText is not null;
        if (plan.Diff.IsEmpty && !isEdited)
        {
            return null;
        }

        var header = new MigrationHeader
        {
            Revision = request.Revision ?? draft?.Revision ?? situation.NewRevision,
            Message = request.Message,
            Parents = request.Parents ?? Head(situation),
            DependsOn = request.DependsOn,
            Labels = request.Labels,
            Created = situation.Now,
        };
        var text = isEdited
            ? MigrationFile.Seal(WithHeader(request.DraftText!, header), request.Message, situation.Now)
            : MigrationFile.Seal(Generate(plan.Diff, header, situation));
        var name = MigrationFileName.Of(situation.FileNameTemplate, situation.Now, header.Revision, request.Message);
        return new SealPlan
        {
            Revision = header.Revision,
            Path = Path.Combine(situation.Folder, name),
            Text = text,
            Diff = plan.Diff,
            IsEdited = isEdited,
            Changes = [.. Changes(draft, name, text), .. SnapshotChanges(situation.Snapshot, situation.Model)],
            Diagnostics = [.. plan.Diagnostics.Where(d => d.Code == DiagnosticCodes.DraftOutdated)],
        };
    }

    /// <summary>The changes of the migrations folder that move the snapshot from one schema to another.</summary>
    public static IReadOnlyList<FileChange> SnapshotChanges(DatabaseSchema from, DatabaseSchema to)
    {
        var before = SnapshotFiles.Write(from);
        var after = SnapshotFiles.Write(to);
        return
        [
            .. after.Where(f => before.GetValueOrDefault(f.Key) != f.Value)
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new WriteFile($"{SnapshotFolder}/{f.Key}", f.Value)),
            .. before.Keys.Where(k => !after.ContainsKey(k))
                .Order(StringComparer.Ordinal)
                .Select(k => new DeleteFile($"{SnapshotFolder}/{k}")),
        ];
    }

    private static string Generate(SchemaDiff diff, MigrationHeader header, DraftSituation situation)
    {
        var body = MigrationBody.Compose(diff, situation.Rendering);
        return MigrationFile.Write(header, body.Upgrade, body.Downgrade, situation.Template);
    }

    private static EquatableArray<string> Head(DraftSituation situation)
    {
        var heads = DraftPlanner.Heads(situation.Migrations);
        return heads.Count <= 1
            ? heads
            : throw new DiagnosticException(FailureKind.AmbiguousGraph, DraftDiagnostics.SeveralHeads(situation.Migrations, heads));
    }

    private static string WithHeader(string text, MigrationHeader header)
    {
        text = MigrationFile.WithParents(text, header.Parents);
        text = header.DependsOn.IsEmpty ? text : HeaderLines.With(text, HeaderKeys.DependsOn, string.Join(", ", header.DependsOn));
        return header.Labels.IsEmpty ? text : HeaderLines.With(text, HeaderKeys.Labels, string.Join(", ", header.Labels));
    }

    // The draft is renamed before it is written: at no moment are there two files of one revision, or none.
    private static IEnumerable<FileChange> Changes(Migration? draft, string name, string text)
    {
        if (draft is not null && Path.GetFileName(draft.Path) is var old && old != name)
        {
            yield return new MoveFile(old, name);
        }

        yield return new WriteFile(name, text);
    }
}
