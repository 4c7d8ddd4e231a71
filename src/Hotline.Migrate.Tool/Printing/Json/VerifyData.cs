namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>verify</c>.</summary>
internal sealed record VerifyData(
    bool Holds,
    string Server,
    int Replayed,
    int Proven,
    bool ModelCompared,
    IReadOnlyList<VerifyFindingData> Findings,
    double ElapsedMs);
