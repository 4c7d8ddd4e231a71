using Hotline.Migrate.History;

namespace Hotline.Migrate.Running;

/// <summary>Finds changes of a plan that can travel to the server together.</summary>
internal static class ChangeGroups
{
    private const int MostCharacters = 1 << 18;

    /// <summary>The changes from <paramref name="start"/> on that each are one small transaction, <paramref name="most"/> at most; none where the first one is not.</summary>
    public static IReadOnlyList<TransactionUnit> From(
        ChangeExecution execution, RunPlan plan, int start, int most, DatabaseHistory history)
    {
        var units = new List<TransactionUnit>();
        var length = 0L;
        var commands = 0;
        for (var i = start; i < plan.Changes.Count && units.Count < most; i++)
        {
            if (execution.Whole(plan.Changes[i], history) is not { FitsInOneBatch: true } unit)
            {
                break;
            }

            length += unit.Length;
            commands += unit.Commands.Count;
            if (units.Count > 0 && (length > MostCharacters || commands > CommandBatch.MostCommands))
            {
                break;
            }

            units.Add(unit);
        }

        return units;
    }
}
