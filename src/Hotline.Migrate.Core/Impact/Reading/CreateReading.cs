namespace Hotline.Migrate.Impact.Reading;

/// <summary><c>CREATE ...</c></summary>
internal static class CreateReading
{
    /// <summary>Reads what stands behind <c>CREATE</c>.</summary>
    public static void Read(StatementWords words, ImpactScope scope, LockList locks)
    {
        var isReplace = words.Take("OR", "REPLACE");
        var isUnique = words.Take("UNIQUE");
        if (words.Take("INDEX"))
        {
            Index(words, scope, locks, isUnique);
            return;
        }

        _ = words.Take("GLOBAL") || words.Take("LOCAL");
        _ = words.Take("TEMPORARY") || words.Take("TEMP") || words.Take("UNLOGGED") || words.Take("RECURSIVE");
        words.Take("CONSTRAINT");
        if (words.Take("TABLE"))
        {
            Table(words, scope, locks);
        }
        else if (words.Take("VIEW") && words.Name() is { } view)
        {
            if (isReplace && (scope.Facts.Relations.Count == 0 || scope.Find(view) is not null))
            {
                locks.Add(view, LockMode.AccessExclusive);
            }

            QuerySources.Add(words, scope, locks, TableWork.None);
            scope.Create(view);
        }
        else if (words.Take("MATERIALIZED", "VIEW"))
        {
            words.TakeIfExists();
            var name = words.Name();
            QuerySources.Add(words, scope, locks, words.Has("WITH", "NO", "DATA") ? TableWork.None : TableWork.Scan);
            if (name is not null)
            {
                scope.Create(name);
            }
        }
        else if (words.Take("TRIGGER"))
        {
            locks.Add(words.Find("ON") ? words.Name() : null, LockMode.ShareRowExclusive);
            locks.Add(words.Find("FROM") ? words.Name() : null, LockMode.AccessShare);
        }
        else if (words.Take("RULE"))
        {
            locks.Add(words.Find("TO") ? words.Name() : null, LockMode.AccessExclusive);
        }
        else if (words.Take("POLICY"))
        {
            locks.Add(words.Find("ON") ? words.Name() : null, LockMode.AccessExclusive);
        }
        else if (words.Take("STATISTICS"))
        {
            locks.Add(words.Find("FROM") ? words.Name() : null, LockMode.ShareUpdateExclusive);
        }
        else if (words.Take("PUBLICATION"))
        {
            Publication(words, locks);
        }
    }

    /// <summary>The tables behind <c>TABLE</c> in a publication.</summary>
    public static void Publication(StatementWords words, LockList locks)
    {
        if (!words.Find("TABLE") || words.Is("IN"))
        {
            return;
        }

        foreach (var table in words.Parts())
        {
            table.Take("TABLE");
            table.Take("ONLY");
            locks.Add(table.Name(), LockMode.ShareUpdateExclusive);
        }
    }

    private static void Index(StatementWords words, ImpactScope scope, LockList locks, bool isUnique)
    {
        var isConcurrent = words.Take("CONCURRENTLY");
        words.TakeIfExists();
        var name = words.Is("ON") ? null : words.Name();
        if (!words.Take("ON"))
        {
            return;
        }

        var isOnly = words.Take("ONLY");
        if (words.Name() is not { } table)
        {
            return;
        }

        var mode = isConcurrent ? LockMode.ShareUpdateExclusive : LockMode.Share;
        if (isOnly)
        {
            locks.Add(table, mode, scope.Find(table)?.Partitions.Count > 0 ? TableWork.None : TableWork.IndexBuild);
        }
        else
        {
            locks.AddTree(table, mode, TableWork.IndexBuild, isConcurrent ? "two passes beside readers and writers" : isUnique ? "fails on duplicates" : "");
        }

        if (name is not null)
        {
            scope.CreateIndex(name, table);
        }
    }

    private static void Table(StatementWords words, ImpactScope scope, LockList locks)
    {
        var isGuarded = words.TakeIfExists();
        if (words.Name() is not { } name)
        {
            return;
        }

        var start = words.Index;
        if (words.Find("PARTITION", "OF") && words.Name() is { } parent)
        {
            locks.Add(parent, LockMode.AccessExclusive);
            if (scope.Find(parent)?.DefaultPartition is { } other && !words.Has("DEFAULT"))
            {
                locks.Add(other, LockMode.AccessExclusive, TableWork.Scan, "default partition: no row may belong to the new one");
            }
        }

        words.Index = start;
        if (words.Find("INHERITS") && words.Parenthesised() is { } parents)
        {
            foreach (var inherited in parents.Names())
            {
                locks.Add(inherited, LockMode.ShareUpdateExclusive);
            }
        }

        words.Index = start;
        if (words.Find("AS"))
        {
            QuerySources.Add(words, scope, locks, words.Has("WITH", "NO", "DATA") ? TableWork.None : TableWork.Scan);
        }

        words.Index = start;
        References(words, name, locks);
        if (!isGuarded || scope.Find(name) is null)
        {
            scope.Create(name);
        }
    }

    // Foreign keys and LIKE stand inside the parentheses.
    private static void References(StatementWords words, RelationName name, LockList locks)
    {
        for (; !words.IsAtEnd; words.Index++)
        {
            if (words.Take("REFERENCES"))
            {
                var referenced = words.Name();
                if (referenced != name)
                {
                    locks.Add(referenced, LockMode.ShareRowExclusive);
                }

                words.Index--;
            }
            else if (words.Take("LIKE"))
            {
                locks.Add(words.Name(), LockMode.AccessShare);
                words.Index--;
            }
        }
    }
}
