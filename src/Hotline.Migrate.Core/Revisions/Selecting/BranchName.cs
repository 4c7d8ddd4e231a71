namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>How to name one of several revisions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">A label that it has and the others have not.</param>
internal sealed record BranchName(string Id, string? Label);
