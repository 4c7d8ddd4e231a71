using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Importing;

/// <summary>What is wrong with the files of another tool.</summary>
internal static class ImportProblems
{
    public static Diagnostic Unknown(string folder, string why) => Of(
        DiagnosticCodes.ImportFolderUnknown, new SourceLocation(folder), "The folder holds no migrations of a form that can be imported.",
        "Take over the database alone: dotnet hotline-migrate adopt") with
    {
        Why = why,
    };

    public static Diagnostic Duplicate(string version, string path, string other) => Of(
        DiagnosticCodes.ImportDuplicateVersion, new SourceLocation(path), $"Version {version} is there twice: {Path.GetFileName(path)} and {Path.GetFileName(other)}.",
        "Delete or rename one of the two files.");

    public static Diagnostic Name(string path, string expected) => Of(
        DiagnosticCodes.ImportNameUnreadable, new SourceLocation(path), $"The name {Path.GetFileName(path)} does not tell the migration's place.",
        $"Name it like {expected}, or move it out of the folder.");

    public static Diagnostic Marker(string path, int line, string summary, string next) =>
        Of(DiagnosticCodes.ImportMarkerWrong, new SourceLocation(path, line, line > 0 ? 1 : 0), summary, next);

    public static Diagnostic Placeholder(SourceLocation where, string name) => Of(
        DiagnosticCodes.ImportPlaceholder, where, $"The value of the placeholder ${{{name}}} is not known.",
        $"Give it: --placeholder {name}=VALUE");

    public static Diagnostic Code(string path) => Of(
        DiagnosticCodes.ImportIsCode, new SourceLocation(path), $"{Path.GetFileName(path)} is program code, which cannot be imported.",
        "Take over the database alone: dotnet hotline-migrate adopt");

    public static Diagnostic Python(string path, int line, int column, string summary) => Of(
        DiagnosticCodes.ImportPythonUnreadable, new SourceLocation(path, line, column), summary,
        "Write the value as text, a tuple of texts or None: the file is read, never run.");

    public static Diagnostic LeftOut(string path, string why) => Of(
        DiagnosticCodes.ImportFileLeftOut, new SourceLocation(path), $"{Path.GetFileName(path)} is left out.", "Import what is missing by hand: dotnet hotline-migrate create \"message\" --empty") with
    {
        Severity = DiagnosticSeverity.Warning,
        Why = why,
    };

    public static Diagnostic OutOfOrder(ImportedMigration pending, ImportedMigration behind) => Of(
        DiagnosticCodes.ImportOutOfOrder, pending.Source,
        $"{pending.Name} is pending and older than {behind.Name}, which is applied; it comes behind it.",
        "Nothing, if it does not matter which of them runs first.") with
    {
        Severity = DiagnosticSeverity.Warning,
    };

    public static Diagnostic Of(string code, SourceLocation where, string summary, string next) => new()
    {
        Code = code,
        Summary = summary,
        Where = where,
        NextActions = [next],
    };
}
