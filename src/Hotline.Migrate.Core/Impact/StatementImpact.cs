using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact;

/// <summary>What a statement locks, scans and rewrites.</summary>
/// <param name="Relations">The relations that are there before it, in the order in which they are met.</param>
/// <param name="IsOpaque">Whether its text does not tell: <c>DO</c>, <c>CALL</c>, C#.</param>
public sealed record StatementImpact(EquatableArray<RelationImpact> Relations, bool IsOpaque = false)
{
    /// <summary>No lock at all.</summary>
    public static StatementImpact Nothing { get; } = new([]);

    /// <summary>A statement that its text tells nothing of.</summary>
    public static StatementImpact Opaque { get; } = new([], IsOpaque: true);

    /// <summary>The impact of one statement by itself.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="facts">What is known of the database.</param>
    public static StatementImpact Of(string sql, CatalogFacts facts) => new ImpactAnalysis(facts).Next(sql);
}
