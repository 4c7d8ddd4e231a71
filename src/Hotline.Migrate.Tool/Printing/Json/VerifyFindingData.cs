namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>Something that does not hold.</summary>
internal sealed record VerifyFindingData(string? Revision, DiagnosticData Diagnostic, IReadOnlyList<DifferenceData> Differences);
