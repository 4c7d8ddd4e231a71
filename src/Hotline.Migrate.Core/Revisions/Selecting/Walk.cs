namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>How counting revisions ended.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Ends">Where: no revision is base; several are the parents of a merge, or the ways to go on from a fork.</param>
/// <param name="Passed">The revisions that were left behind, the first first.</param>
internal sealed record Walk(WalkOutcome Outcome, IReadOnlyList<int> Ends, IReadOnlyList<int> Passed);
