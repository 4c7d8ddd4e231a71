using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>The refusals of migration files.</summary>
internal static class FileProblems
{
    /// <summary>A refusal with one thing to do about it.</summary>
    public static DiagnosticException Of(string code, SourceLocation where, string summary, string nextAction) =>
        new(FailureKind.Usage, new Diagnostic { Code = code, Summary = summary, Where = where, NextActions = [nextAction] });

    /// <summary>A refusal of a name that there is not, with the one that was meant.</summary>
    public static DiagnosticException UnknownName(
        string code, SourceLocation where, string kind, string name, IReadOnlyList<string> names)
    {
        var nearest = NearestName.Of(name, names);
        return Of(
            code,
            where,
            $"There is no {kind} '{name}'.",
            nearest is null ? $"Use one of: {string.Join(", ", names)}." : $"Did you mean '{nearest}'?");
    }
}
