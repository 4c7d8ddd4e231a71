using Hotline.Migrate.Impact;

namespace Hotline.Migrate.Rehearsing;

/// <summary>A lock that a change held when it committed.</summary>
/// <param name="Relation">The table, index or other relation, which was there before the change.</param>
/// <param name="Lock">The strongest mode.</param>
/// <param name="IsRewritten">Whether the relation was written anew.</param>
public sealed record RehearsedLock(RelationName Relation, LockMode Lock, bool IsRewritten)
{
    /// <summary>Whether it was seen held. Statements that run outside a transaction let go before anybody can look: their text tells.</summary>
    public bool IsSeen { get; init; } = true;
}
