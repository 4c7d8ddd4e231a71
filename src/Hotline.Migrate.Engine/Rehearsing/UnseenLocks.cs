using Hotline.Migrate.Migrations;
using Hotline.Migrate.Planning;
using Hotline.Migrate.Running;
using Npgsql;

namespace Hotline.Migrate.Rehearsing;

/// <summary>The locks of statements that run outside a transaction, which are over when the rehearsal could note them: by their text.</summary>
internal static class UnseenLocks
{
    /// <summary>What <paramref name="plan"/> locks in its steps without transaction, by revision.</summary>
    public static async Task<ILookup<string, RehearsedLock>> OfAsync(NpgsqlDataSource copy, RunPlan plan, CancellationToken cancellationToken)
    {
        if (!plan.Changes.Any(change => change.Section.Steps.Any(step => step.NoTransaction)))
        {
            return Array.Empty<(string, RehearsedLock)>().ToLookup(l => l.Item1, l => l.Item2);
        }

        var impact = await PlanImpact.ReadAsync(copy, plan, cancellationToken).ConfigureAwait(false);
        return (
            from change in impact.Changes
            let bare = change.Change.Section.Steps.Where(step => step.NoTransaction).SelectMany(step => step.Commands).ToHashSet<MigrationCommand>(ReferenceEqualityComparer.Instance)
            from command in change.Commands
            where bare.Contains(command.Command)
            from relation in command.Impact.Relations
            where !relation.IsNew
            select (change.Change.Revision, Lock: new RehearsedLock(relation.Relation, relation.Lock, IsRewritten: false) { IsSeen = false }))
            .ToLookup(l => l.Revision, l => l.Lock);
    }

    /// <summary>What was seen, and what was not and is no weaker part of it.</summary>
    public static IReadOnlyList<RehearsedLock> Join(IReadOnlyList<RehearsedLock> seen, IReadOnlyList<RehearsedLock> unseen) =>
    [
        .. seen,
        .. unseen
            .GroupBy(held => held.Relation.ToString())
            .Select(group => group.MaxBy(held => held.Lock)!)
            .Where(held => !seen.Any(other => other.Relation.ToString() == held.Relation.ToString() && other.Lock >= held.Lock)),
    ];
}
