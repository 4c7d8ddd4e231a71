using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Revisions.Authoring;

namespace Hotline.Migrate.Revisions;

/// <content>New revisions.</content>
public sealed partial class RevisionGraph
{
    /// <summary>The parents of a new revision: the one head, or what <paramref name="selectors"/> mean (none for <c>base</c>: a new root).</summary>
    /// <param name="selectors">Where it begins.</param>
    /// <param name="splice">Whether it may begin at a revision that is no head, and so open a branch.</param>
    /// <exception cref="DiagnosticException">There are several heads, a selector is wrong, or it names no head and <paramref name="splice"/> is off.</exception>
    public IReadOnlyList<RevisionNode> ParentsOfNew(IReadOnlyList<string>? selectors = null, bool splice = false) =>
        Nodes(NewRevisionParents.Of(graph, selectors is null or [] ? ["head"] : selectors, splice));

    /// <summary>The parents of a merge: all heads, or what <paramref name="selectors"/> mean.</summary>
    /// <param name="selectors">What to merge.</param>
    /// <param name="splice">Whether it may merge revisions that are no heads.</param>
    /// <exception cref="DiagnosticException">
    /// There are not two different revisions, one lies behind another, a selector is wrong, or it names no head and <paramref name="splice"/> is off.
    /// </exception>
    public IReadOnlyList<RevisionNode> ParentsOfMerge(IReadOnlyList<string>? selectors = null, bool splice = false) =>
        Nodes(NewRevisionParents.OfMerge(graph, selectors is null or [] ? ["heads"] : selectors, splice));
}
