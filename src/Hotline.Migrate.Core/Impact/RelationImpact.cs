namespace Hotline.Migrate.Impact;

/// <summary>What a statement does to one relation.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Lock">The strongest lock that it takes there, held until the transaction ends.</param>
/// <param name="Work">What it does with the rows.</param>
/// <param name="Why">Why it does, in a few words, where the statement does not tell; empty otherwise.</param>
/// <param name="IsNew">Whether an earlier statement of the same plan made the relation, so that nobody uses it yet.</param>
public sealed record RelationImpact(RelationName Relation, LockMode Lock, TableWork Work, string Why, bool IsNew);
