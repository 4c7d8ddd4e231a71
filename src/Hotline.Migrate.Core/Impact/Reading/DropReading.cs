namespace Hotline.Migrate.Impact.Reading;

/// <summary><c>DROP ...</c></summary>
internal static class DropReading
{
    /// <summary>Reads what stands behind <c>DROP</c>.</summary>
    public static void Read(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (words.Take("INDEX"))
        {
            var isConcurrent = words.Take("CONCURRENTLY");
            words.TakeIfExists();
            foreach (var index in words.Names())
            {
                locks.Add(scope.TableOf(index), isConcurrent ? LockMode.ShareUpdateExclusive : LockMode.AccessExclusive);
                locks.Add(index, isConcurrent ? LockMode.ShareUpdateExclusive : LockMode.AccessExclusive);
            }
        }
        else if (words.Take("TABLE") || words.Take("FOREIGN", "TABLE"))
        {
            words.TakeIfExists();
            foreach (var table in words.Names())
            {
                Table(table, scope, locks);
            }
        }
        else if (words.Take("VIEW") || words.Take("MATERIALIZED", "VIEW") || words.Take("SEQUENCE"))
        {
            words.TakeIfExists();
            foreach (var relation in words.Names())
            {
                locks.Add(relation, LockMode.AccessExclusive);
            }
        }
        else if (words.Take("TRIGGER") || words.Take("POLICY") || words.Take("RULE"))
        {
            locks.Add(words.Find("ON") ? words.Name() : null, LockMode.AccessExclusive);
        }
    }

    private static void Table(RelationName table, ImpactScope scope, LockList locks)
    {
        locks.AddTree(table, LockMode.AccessExclusive);
        if (scope.Find(table)?.Parent is { } parent)
        {
            locks.Add(parent, LockMode.AccessExclusive, why: "its partition goes");
            locks.Add(scope.Find(parent)?.DefaultPartition, LockMode.AccessExclusive, why: "takes over what the partition held");
        }

        foreach (var key in scope.Constraints(table))
        {
            if (key.Referenced != table)
            {
                locks.Add(key.Referenced, LockMode.AccessExclusive, why: "a foreign key to it goes");
            }
        }
    }
}
