namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>How counting revisions ended.</summary>
internal enum WalkOutcome
{
    /// <summary>All steps were made.</summary>
    Arrived,

    /// <summary>There were fewer revisions than steps.</summary>
    RanOut,

    /// <summary>There were several ways to go on.</summary>
    Forked,
}
