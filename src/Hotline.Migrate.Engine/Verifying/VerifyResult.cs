namespace Hotline.Migrate.Verifying;

/// <summary>What a proof came to.</summary>
/// <param name="Findings">What does not hold; empty when everything does.</param>
/// <param name="Replayed">How many revisions were replayed as the ground that the others stand on.</param>
/// <param name="Proven">How many revisions were put to the proof.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record VerifyResult(IReadOnlyList<VerifyFinding> Findings, int Replayed, int Proven, TimeSpan Elapsed)
{
    /// <summary>Whether everything holds.</summary>
    public bool Holds => Findings.Count == 0;
}
