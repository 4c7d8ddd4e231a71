using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>The diagnostics about renames.</summary>
internal static class RenameFindings
{
    public static DiffFinding Question(RenameQuestion question, string? member, string? hint)
    {
        var word = Word(question.Kind);
        var candidates = string.Join(" or ", question.Candidates);
        return new DiffFinding(
            new Diagnostic
            {
                Code = DiagnosticCodes.PossibleRename,
                Summary = $"The {word} {question.Old} is gone and {candidates} is new: was it renamed?",
                Why = "As a drop and an add it would lose data, so nothing is dropped before that is said.",
                NextActions =
                [
                    $"If it was renamed: {(hint is null ? "" : $"[RenamedFrom({hint})] on its new form, or ")}create --rename {question.Old}={question.Candidates[0]}.",
                    $"If it really goes: create --drop {question.Old}.",
                ],
            },
            Kind(question.Kind),
            question.Name,
            member);
    }

    public static DiffFinding Conflict(RenameKind kind, QualifiedName name, string? member, string old, string @new) => new(
        new Diagnostic
        {
            Code = DiagnosticCodes.RenameConflict,
            Summary = $"The {Word(kind)} {old} cannot be renamed to {@new}: the snapshot has both.",
            NextActions = [$"Remove the rename and drop {old}, or give the renamed {Word(kind)} a name that is free."],
        },
        Kind(kind),
        name,
        member);

    public static DiffFinding Doubled(RenameKind kind, QualifiedName name, string? member, string old, string @new, string other) => Contradiction(
        kind, name, member,
        $"The {Word(kind)}s {other} and {@new} both say that they were {old}, and only one of them can be.",
        "Keep [RenamedFrom] on the one that has the data.");

    public static DiffFinding Circle(RenameKind kind, QualifiedName name, string? member, string old, string @new) => Contradiction(
        kind, name, member,
        $"The {Word(kind)} {@new} says that it was {old}, which leads back to {@new}: nobody can tell whether that is done already.",
        "Remove [RenamedFrom] where it is done; to exchange names, say so once with --rename old=new for each of them.");

    public static DiffFinding Unknown(RenameKind kind, QualifiedName name, string? member, string old, string @new, string? nearest) => Unfounded(
        kind, name, member,
        $"The {Word(kind)} {@new} says that it was {old}, but the snapshot has no such {Word(kind)}: it is made anew.",
        nearest is null ? "Correct the name, or remove [RenamedFrom]." : $"Was {nearest} meant? Otherwise remove [RenamedFrom].");

    public static DiffFinding StillThere(RenameKind kind, QualifiedName name, string? member, string old, string @new) => Unfounded(
        kind, name, member,
        $"The {Word(kind)} {old} is renamed to {@new} with its data, but the model still has {old} as it was, and it is made anew without any.",
        $"Remove {old} from the model, or [RenamedFrom] from {@new}.");

    private static DiffFinding Contradiction(RenameKind kind, QualifiedName name, string? member, string summary, string action) => new(
        new Diagnostic { Code = DiagnosticCodes.RenameContradiction, Summary = summary, NextActions = [action] }, Kind(kind), name, member);

    private static DiffFinding Unfounded(RenameKind kind, QualifiedName name, string? member, string summary, string action) => new(
        new Diagnostic { Code = DiagnosticCodes.RenameUnfounded, Severity = DiagnosticSeverity.Warning, Summary = summary, NextActions = [action] }, Kind(kind), name, member);

    private static string Word(RenameKind kind) => kind switch
    {
        RenameKind.Table => "table",
        RenameKind.Column => "column",
        RenameKind.Enum => "enum",
        RenameKind.Domain => "domain",
        RenameKind.Composite => "type",
        RenameKind.Field => "field",
        _ => "label",
    };

    private static string Kind(RenameKind kind) => kind switch
    {
        RenameKind.Table or RenameKind.Column => SchemaKinds.Table,
        RenameKind.Domain => SchemaKinds.Domain,
        RenameKind.Composite or RenameKind.Field => SchemaKinds.Composite,
        _ => SchemaKinds.Enum,
    };
}
