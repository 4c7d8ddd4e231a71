namespace Hotline.Migrate.Diffing.Planning;

/// <summary>An operation whose dependencies were read out of text, which may have said more than is true.</summary>
internal static class SoftOperation
{
    /// <param name="planned">The operation with all its dependencies.</param>
    /// <param name="likely">Those that give way first in a circle.</param>
    /// <param name="sure">Those that give way when nothing else does.</param>
    public static PlannedOperation Of(PlannedOperation planned, IEnumerable<SchemaKey> likely, IEnumerable<SchemaKey> sure) =>
        Of(planned, likely.ToHashSet(), sure.ToHashSet());

    private static PlannedOperation Of(PlannedOperation planned, HashSet<SchemaKey> likely, HashSet<SchemaKey> sure) => new(planned.Operation)
    {
        Rank = planned.Rank,
        Makes = planned.Makes,
        Changes = planned.Changes,
        Removes = planned.Removes,
        Needs = planned.Needs,
        Frees = planned.Frees,
        Split = circle => Without(planned, likely, sure, key => likely.Contains(key) && circle.Contains(key)),
        Yield = circle => Without(planned, likely, sure, key => sure.Contains(key) && circle.Contains(key)),
    };

    private static IReadOnlyList<PlannedOperation>? Without(
        PlannedOperation planned,
        HashSet<SchemaKey> likely,
        HashSet<SchemaKey> sure,
        Predicate<SchemaKey> gives)
    {
        if (!planned.Needs.Exists(gives) && !planned.Frees.Exists(gives))
        {
            return null;
        }

        var rest = new PlannedOperation(planned.Operation)
        {
            Rank = planned.Rank,
            Makes = planned.Makes,
            Changes = planned.Changes,
            Removes = planned.Removes,
            Needs = [.. planned.Needs.Where(k => !gives(k))],
            Frees = [.. planned.Frees.Where(k => !gives(k))],
        };
        return [Of(rest, likely, sure)];
    }
}
