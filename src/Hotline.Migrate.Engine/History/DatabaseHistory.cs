using System.Collections.Frozen;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.History;

/// <summary>What a database says about itself: its applied revisions, oldest first, and what is half done.</summary>
public sealed class DatabaseHistory
{
    private readonly FrozenDictionary<string, AppliedRevision> byRevision;

    /// <summary>Holds what was read.</summary>
    public DatabaseHistory(bool isCreated, EquatableArray<AppliedRevision> applied, EquatableArray<UnfinishedRun> unfinished)
    {
        IsCreated = isCreated;
        Applied = applied;
        Unfinished = unfinished;
        byRevision = applied.ToFrozenDictionary(a => a.Revision, StringComparer.Ordinal);
    }

    /// <summary>A database that no migration ever touched.</summary>
    public static DatabaseHistory Empty { get; } = new(false, [], []);

    /// <summary>Whether the history table is there. Reading never creates it.</summary>
    public bool IsCreated { get; }

    /// <summary>The applied revisions in the order in which they were applied.</summary>
    public EquatableArray<AppliedRevision> Applied { get; }

    /// <summary>Migrations that were interrupted between two commits.</summary>
    public EquatableArray<UnfinishedRun> Unfinished { get; }

    /// <summary>The applied revisions that no other applied one builds on, oldest first.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            var parents = Applied.SelectMany(a => a.Parents).ToHashSet(StringComparer.Ordinal);
            return [.. Applied.Select(a => a.Revision).Where(r => !parents.Contains(r))];
        }
    }

    /// <summary>Whether <paramref name="revision"/> is applied.</summary>
    public bool Contains(string revision) => byRevision.ContainsKey(revision);

    /// <summary>The row of <paramref name="revision"/>, or <c>null</c>.</summary>
    public AppliedRevision? Find(string revision) => byRevision.GetValueOrDefault(revision);

    /// <summary>How far <paramref name="revision"/> came, or <c>null</c> when nothing of it is half done.</summary>
    public UnfinishedRun? FindUnfinished(string revision, Direction direction) =>
        Unfinished.FirstOrDefault(u => u.Revision == revision && u.Direction == direction);
}
