namespace Hotline.Migrate.Impact.Reading;

/// <summary>The parts of <c>ALTER TABLE</c>, each between two commas.</summary>
internal static class AlterTableReading
{
    /// <summary>Reads one part.</summary>
    public static void Read(StatementWords words, RelationName table, bool isOnly, ImpactScope scope, LockList locks)
    {
        if (words.Take("ADD"))
        {
            if (!ConstraintReading.TryAdd(words, table, scope, locks))
            {
                words.Take("COLUMN");
                ColumnReading.Add(words, table, scope, locks);
            }
        }
        else if (words.Take("DROP"))
        {
            Drop(words, table, scope, locks);
        }
        else if (words.Take("VALIDATE", "CONSTRAINT"))
        {
            ConstraintReading.Validate(words, table, scope, locks);
        }
        else if (words.Take("ALTER", "CONSTRAINT"))
        {
            ConstraintReading.Alter(words, table, scope, locks);
        }
        else if (words.Take("ALTER"))
        {
            words.Take("COLUMN");
            ColumnReading.Alter(words, table, scope, locks);
        }
        else if (words.Take("ATTACH", "PARTITION"))
        {
            Attach(words, table, scope, locks);
        }
        else if (words.Take("DETACH", "PARTITION"))
        {
            Detach(words, table, scope, locks);
        }
        else if (words.Take("RENAME"))
        {
            locks.Add(table, LockMode.AccessExclusive);
            if (words.Take("TO") && words.Identifier() is { } renamed)
            {
                scope.Rename(table, table with { Name = renamed });
            }
        }
        else
        {
            Whole(words, table, isOnly, locks);
        }
    }

    private static void Whole(StatementWords words, RelationName table, bool isOnly, LockList locks)
    {
        if (words.Take("SET") || words.Take("RESET"))
        {
            Settings(words, table, isOnly, locks);
        }
        else if (words.Take("CLUSTER", "ON"))
        {
            locks.Add(table, LockMode.ShareUpdateExclusive);
        }
        else if (words.Take("INHERIT") || words.Take("NO", "INHERIT"))
        {
            locks.Add(table, LockMode.AccessExclusive);
            locks.Add(words.Name(), LockMode.ShareUpdateExclusive);
        }
        else
        {
            var isTrigger = (words.Take("ENABLE") || words.Take("DISABLE")) && (words.Has("TRIGGER") || words.Is("REPLICA") || words.Is("ALWAYS")) && !words.Has("RULE");
            locks.Add(table, isTrigger ? LockMode.ShareRowExclusive : LockMode.AccessExclusive);
        }
    }

    private static void Settings(StatementWords words, RelationName table, bool isOnly, LockList locks)
    {
        if (words.Parenthesised() is { } settings)
        {
            var isStrong = settings.Parts().Any(setting => setting.Is("user_catalog_table"));
            locks.Add(table, isStrong ? LockMode.AccessExclusive : LockMode.ShareUpdateExclusive);
        }
        else if (words.Take("WITHOUT", "CLUSTER"))
        {
            locks.Add(table, LockMode.ShareUpdateExclusive);
        }
        else if (words.Is("LOGGED") || words.Is("UNLOGGED"))
        {
            locks.Add(table, LockMode.AccessExclusive, TableWork.Rewrite);
        }
        else if (words.Is("TABLESPACE") || words.Take("ACCESS", "METHOD"))
        {
            locks.Add(table, LockMode.AccessExclusive, isOnly ? TableWork.None : TableWork.Rewrite);
        }
        else
        {
            locks.Add(table, LockMode.AccessExclusive);
        }
    }

    private static void Drop(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        locks.AddTree(table, LockMode.AccessExclusive);
        if (words.Take("CONSTRAINT"))
        {
            words.TakeIfExists();
            if (words.Identifier() is { } name)
            {
                locks.Add(scope.Constraint(table, name)?.Referenced, LockMode.AccessExclusive, why: "a foreign key to it goes");
            }

            return;
        }

        words.Take("COLUMN");
        words.TakeIfExists();
        if (words.Identifier() is { } column)
        {
            foreach (var key in scope.Constraints(table).Where(c => c.Columns.Contains(column)))
            {
                locks.Add(key.Referenced, LockMode.AccessExclusive, why: "a foreign key to it goes");
            }
        }
    }

    private static void Attach(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        locks.Add(table, LockMode.ShareUpdateExclusive);
        if (words.Name() is not { } child)
        {
            return;
        }

        var isProven = scope.Constraints(child).Any(c => c is { Check: not null, IsValid: true });
        locks.Add(
            child,
            LockMode.AccessExclusive,
            isProven || words.Is("DEFAULT") ? TableWork.None : TableWork.Scan,
            isProven ? "" : "no check proves that its rows belong there");
        if (scope.Find(table)?.DefaultPartition is { } other)
        {
            locks.Add(other, LockMode.AccessExclusive, TableWork.Scan, "default partition: no row may belong to the new one");
        }
    }

    private static void Detach(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        var child = words.Name();
        var isConcurrent = words.Is("CONCURRENTLY") || words.Is("FINALIZE");
        locks.Add(table, isConcurrent ? LockMode.ShareUpdateExclusive : LockMode.AccessExclusive);
        locks.Add(child, LockMode.AccessExclusive, why: isConcurrent ? "waits for who uses the table" : "");
        locks.Add(isConcurrent ? null : scope.Find(table)?.DefaultPartition, LockMode.AccessExclusive, why: "takes over what the partition held");
        foreach (var key in isConcurrent ? [] : scope.Constraints(table))
        {
            locks.Add(key.Referenced, LockMode.ShareRowExclusive);
        }
    }
}
