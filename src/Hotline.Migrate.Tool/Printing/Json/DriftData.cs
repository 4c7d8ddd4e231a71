namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>drift</c>.</summary>
internal sealed record DriftData(
    bool Drift,
    string Database,
    IReadOnlyList<string> Heads,
    IReadOnlyList<DifferenceData> Differences,
    IReadOnlyList<DiagnosticData> Unclear,
    string AdoptSql,
    string RevertSql,
    double ElapsedMs);
