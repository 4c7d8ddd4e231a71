using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>The diagnostics about renames.</summary>
internal static class RenameFindings
{
    public static DiffFinding Question(RenameQuestion question, string? member)
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
                    $"If it was renamed: {Hint(question)}create --rename {question.Old}={question.Candidates[0]}.",
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

    private static string Hint(RenameQuestion question)
    {
        var old = question.Kind is RenameKind.Column or RenameKind.Label or RenameKind.Field
            ? question.Old[(question.Name.ToString().Length + 1)..]
            : question.Old;

        // Types and their fields are SQL files, which have no attributes.
        return question.Kind is RenameKind.Domain or RenameKind.Composite or RenameKind.Field
            ? ""
            : $"[RenamedFrom(\"{old}\")] on its new form, or ";
    }

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
