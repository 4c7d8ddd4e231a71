using Hotline.Migrate.Revisions.Topology;

namespace Hotline.Migrate.Revisions.Selecting;

/// <summary>What a selector means.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Revisions">The revisions; none for base.</param>
/// <param name="Branch">The branch it was limited to.</param>
/// <param name="Passed">The revisions that counting left behind, the first first.</param>
internal sealed record Target(Selector Selector, NodeSet Revisions, Branch? Branch, IReadOnlyList<int> Passed)
{
    public bool IsBase => Revisions.IsEmpty;
}
