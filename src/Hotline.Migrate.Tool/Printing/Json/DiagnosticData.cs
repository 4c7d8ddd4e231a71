using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>A finding as data.</summary>
internal sealed record DiagnosticData(
    string Severity, string Code, string Summary, string? Why, string? Path, int? Line, int? Column, IReadOnlyList<string> NextActions)
{
    /// <summary>The finding of a diagnostic.</summary>
    public static DiagnosticData Of(Diagnostic diagnostic) => new(
        diagnostic.Severity.ToString().ToLowerInvariant(),
        diagnostic.Code,
        diagnostic.Summary,
        diagnostic.Why,
        diagnostic.Where is { } where ? Paths.ForDisplay(where.Path) : null,
        diagnostic.Where is { Line: > 0 } line ? line.Line : null,
        diagnostic.Where is { Column: > 0 } column ? column.Column : null,
        diagnostic.NextActions);
}
