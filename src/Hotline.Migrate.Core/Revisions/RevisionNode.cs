using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Revisions;

/// <summary>A revision as the graph sees it: its id and what it stands on.</summary>
/// <param name="Id">The revision's id.</param>
/// <param name="Parents">The ids of the revisions it builds on: none for a root, several for a merge.</param>
/// <param name="DependsOn">Ids or labels of revisions of other branches that must be applied before it.</param>
/// <param name="Labels">The branch labels that it carries itself.</param>
/// <param name="Path">Where its file is, for messages; <c>null</c> for one that only a database's history knows.</param>
public sealed record RevisionNode(
    string Id,
    EquatableArray<string> Parents = default,
    EquatableArray<string> DependsOn = default,
    EquatableArray<string> Labels = default,
    string? Path = null)
{
    /// <summary>When it was made (UTC): of two branches, the one that was begun first comes first.</summary>
    public DateTimeOffset? Created { get; init; }
}
