namespace Hotline.Migrate.Revisions.Building;

/// <summary>Who has which id and label, in revisions that may be unsound.</summary>
internal sealed class NodeNames
{
    public NodeNames(IReadOnlyList<RevisionNode> nodes)
    {
        ById = nodes.ToLookup(n => n.Id, StringComparer.Ordinal);
        ByLabel = nodes.Where(n => !n.Labels.IsEmpty).SelectMany(n => n.Labels.Select(label => (Label: label, Node: n)))
            .ToLookup(p => p.Label, p => p.Node, StringComparer.Ordinal);
        Unique = [.. ById.Select(group => group.First())];
    }

    public ILookup<string, RevisionNode> ById { get; }

    public ILookup<string, RevisionNode> ByLabel { get; }

    /// <summary>One revision of each id.</summary>
    public IReadOnlyList<RevisionNode> Unique { get; }

    /// <summary>The revision that <c>depends_on</c> means: an id, or else a label.</summary>
    public RevisionNode? Dependency(string name) => ById[name].FirstOrDefault() ?? ByLabel[name].FirstOrDefault();
}
