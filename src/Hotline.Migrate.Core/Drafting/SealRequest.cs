using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>How the draft is to be sealed.</summary>
/// <param name="Message">What the migration is for.</param>
public sealed record SealRequest(string Message)
{
    /// <summary>The revisions to build on; <c>null</c> for the head.</summary>
    public EquatableArray<string>? Parents { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>Revisions or labels of other branches that must be applied before.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>The text of the draft's file, if there is a draft.</summary>
    public string? DraftText { get; init; }

    /// <summary>The revision's id; <c>null</c> for the draft's, or a new one.</summary>
    public string? Revision { get; init; }
}
