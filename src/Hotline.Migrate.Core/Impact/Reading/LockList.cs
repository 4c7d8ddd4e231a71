using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>Collects what one statement does; of two locks on one relation the stronger counts.</summary>
internal sealed class LockList(ImpactScope scope)
{
    private readonly OrderedDictionary<RelationName, RelationImpact> relations = [];

    /// <summary>Adds a lock.</summary>
    public void Add(RelationName? name, LockMode mode, TableWork work = TableWork.None, string why = "")
    {
        if (name is null)
        {
            return;
        }

        var told = scope.Told(name);
        var before = relations.GetValueOrDefault(told);
        relations[told] = before is null
            ? new RelationImpact(told, mode, work, why, scope.IsNew(name))
            : before with
            {
                Lock = before.Lock > mode ? before.Lock : mode,
                Work = before.Work > work ? before.Work : work,
                Why = before.Why.Length > 0 && before.Work >= work ? before.Why : why.Length > 0 ? why : before.Why,
            };
    }

    /// <summary>Adds a lock on a table and, where it is partitioned, on all its partitions.</summary>
    public void AddTree(RelationName name, LockMode mode, TableWork work = TableWork.None, string why = "")
    {
        var partitions = scope.Find(name)?.Partitions ?? [];
        Add(name, mode, partitions.Count == 0 ? work : TableWork.None, partitions.Count == 0 ? why : "");
        foreach (var partition in partitions)
        {
            Add(partition, mode, work, why);
        }
    }

    /// <summary>What was collected.</summary>
    public StatementImpact ToImpact(bool isOpaque) => new(relations.Values.ToEquatableArray(), isOpaque);
}
