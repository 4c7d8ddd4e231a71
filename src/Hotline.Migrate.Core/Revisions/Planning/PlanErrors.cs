using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Selecting;

namespace Hotline.Migrate.Revisions.Planning;

/// <summary>Plans that cannot be made, and what is told with those that hold nothing.</summary>
internal static class PlanErrors
{
    public static DiagnosticException UnknownApplied(IReadOnlyList<string> ids) => Usage(DiagnosticCodes.UnknownApplied,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The database has {ids.Count} {(ids.Count == 1 ? "revision" : "revisions")} that the migrations folder lacks: {GraphDiagnostics.List(ids)}."),
        "Bring back the migration files (they may be on another branch, or not be deployed with this build).",
        "Undo them with the text that the history keeps: dotnet hotline-migrate downgrade <revision>",
        "If they are gone for good: dotnet hotline-migrate repair");

    public static DiagnosticException UpgradeBack(Selector selector) => Usage(DiagnosticCodes.WrongDirection,
        $"An upgrade goes forward, and '{selector.Text}' does not.",
        selector.Steps == 0 ? "Name how many revisions to apply: +1" : $"To go back: dotnet hotline-migrate downgrade {selector.Text}");

    public static DiagnosticException DowngradeForward(Selector selector) => Usage(DiagnosticCodes.WrongDirection,
        $"A downgrade goes back, and '{selector.Text}' does not.",
        selector.Steps == 0 ? "Name how many revisions to undo: -1" : $"To go forward: dotnet hotline-migrate upgrade {selector.Text}");

    public static DiagnosticException NotApplied(Selector selector, IReadOnlyList<RevisionNode> missing, IReadOnlyList<string> current) =>
        Usage(DiagnosticCodes.NotApplied,
            $"The database cannot go back to '{selector.Text}': {GraphDiagnostics.Names(missing)} {(missing.Count == 1 ? "is" : "are")} not applied. "
                + $"It is at {(current is [] ? "base" : GraphDiagnostics.List(current))}.",
            "See where it can go: dotnet hotline-migrate history",
            $"To go forward: dotnet hotline-migrate upgrade {selector.Text}");

    public static DiagnosticException BranchNotApplied(Selector selector, Branch branch) => Usage(DiagnosticCodes.BranchNotApplied,
        $"Nothing of the branch {branch.Name} is applied, so '{selector.Text}' would only undo what other branches stand on.",
        $"If that is wanted, name it without the branch: dotnet hotline-migrate downgrade {selector.Text[(selector.Text.IndexOf('@', StringComparison.Ordinal) + 1)..]}");

    public static Diagnostic AlreadyApplied(Target target, IReadOnlyList<string> current) => Notice(
        target.IsBase
            ? $"'{target.Selector.Text}' is where every database begins: there is nothing to apply."
            : $"'{target.Selector.Text}' is applied already; the database is at {GraphDiagnostics.List(current)}.",
        $"To go back: dotnet hotline-migrate downgrade {target.Selector.Text}");

    public static Diagnostic NothingToUndo(Selector selector) => Notice($"Nothing above '{selector.Text}' is applied.");

    private static Diagnostic Notice(string summary, params IReadOnlyList<string> actions) =>
        new() { Code = DiagnosticCodes.AlreadyThere, Severity = DiagnosticSeverity.Information, Summary = summary, NextActions = actions };

    private static DiagnosticException Usage(string code, string summary, params IReadOnlyList<string> actions) =>
        new(FailureKind.Usage, new Diagnostic { Code = code, Summary = summary, NextActions = actions });
}
