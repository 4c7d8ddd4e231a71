namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>check</c>.</summary>
internal sealed record CheckData(bool Clean, int Migrations, bool ModelCompared, IReadOnlyList<DiagnosticData> Findings);
