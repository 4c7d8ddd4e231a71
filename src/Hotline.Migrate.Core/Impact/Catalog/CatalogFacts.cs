using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact.Catalog;

/// <summary>What is known of the database that statements will run on.</summary>
public sealed record CatalogFacts
{
    /// <summary>Nothing is known: what is feared is told.</summary>
    public static CatalogFacts None { get; } = new();

    /// <summary>The relations, by each name that a statement calls them and by their full name.</summary>
    public IReadOnlyDictionary<RelationName, RelationFacts> Relations { get; init; } = new Dictionary<RelationName, RelationFacts>();

    /// <summary>The schema in which a name without one is made.</summary>
    public string DefaultSchema { get; init; } = QualifiedName.DefaultSchema;

    /// <summary>The domains.</summary>
    public IReadOnlyList<DomainFacts> Domains { get; init; } = [];

    /// <summary>The functions, by their bare names, that may give another value at every call; PostgreSQL's own are known.</summary>
    public IReadOnlySet<string> VolatileFunctions { get; init; } = new HashSet<string>();

    /// <summary>Whether the session's time zone is UTC: then a timestamp with time zone is stored as one without.</summary>
    public bool IsUtc { get; init; }

    /// <summary>The server's major version.</summary>
    public int Major { get; init; } = 14;

    /// <summary>The relation, or <c>null</c>.</summary>
    public RelationFacts? Find(RelationName name) => Relations.GetValueOrDefault(name);
}
