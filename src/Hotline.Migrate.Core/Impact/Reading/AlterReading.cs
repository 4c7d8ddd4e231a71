using Hotline.Migrate.Impact.Catalog;

namespace Hotline.Migrate.Impact.Reading;

/// <summary><c>ALTER ...</c></summary>
internal static class AlterReading
{
    /// <summary>Reads what stands behind <c>ALTER</c>.</summary>
    public static void Read(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (words.Take("TABLE") || words.Take("FOREIGN", "TABLE"))
        {
            Table(words, scope, locks);
        }
        else if (words.Take("INDEX"))
        {
            Index(words, scope, locks);
        }
        else if (words.Take("SEQUENCE"))
        {
            words.TakeIfExists();
            var sequence = words.Name();
            var isRename = words.Has("RENAME") || words.Has("SET", "SCHEMA") || words.Has("SET", "LOGGED") || words.Has("SET", "UNLOGGED");
            locks.Add(sequence, isRename ? LockMode.AccessExclusive : LockMode.ShareRowExclusive);
        }
        else if (words.Take("VIEW") || words.Take("MATERIALIZED", "VIEW"))
        {
            words.TakeIfExists();
            Relation(words, scope, locks);
        }
        else if (words.Take("POLICY") || words.Take("TRIGGER") || words.Take("RULE"))
        {
            locks.Add(words.Find("ON") ? words.Name() : null, LockMode.AccessExclusive);
        }
        else if (words.Take("PUBLICATION"))
        {
            CreateReading.Publication(words, locks);
        }
        else if (words.Take("DOMAIN"))
        {
            Domain(words, scope, locks);
        }
        else if (words.Take("TYPE") && words.Name() is { } type && words.Take("RENAME", "TO"))
        {
            scope.RenameType(type);
        }
    }

    private static void Relation(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (words.Name() is { } name)
        {
            locks.Add(name, LockMode.AccessExclusive);
            if (words.Take("RENAME", "TO") && words.Identifier() is { } renamed)
            {
                scope.Rename(name, name with { Name = renamed });
            }
        }
    }

    private static void Table(StatementWords words, ImpactScope scope, LockList locks)
    {
        words.TakeIfExists();
        var isOnly = words.Take("ONLY");
        if (words.Name() is not { } table)
        {
            return;
        }

        foreach (var part in words.Parts())
        {
            AlterTableReading.Read(part, table, isOnly, scope, locks);
        }
    }

    private static void Index(StatementWords words, ImpactScope scope, LockList locks)
    {
        words.TakeIfExists();
        if (words.Name() is not { } index)
        {
            return;
        }

        if (words.Take("RENAME", "TO"))
        {
            locks.Add(index, LockMode.ShareUpdateExclusive);
            if (words.Identifier() is { } renamed)
            {
                scope.Rename(index, index with { Name = renamed });
            }
        }
        else if (words.Take("ATTACH", "PARTITION"))
        {
            locks.Add(index, LockMode.ShareUpdateExclusive);
            locks.Add(scope.TableOf(index), LockMode.AccessShare);
            locks.Add(words.Name(), LockMode.AccessExclusive);
        }
        else
        {
            var isMove = words.Take("SET", "TABLESPACE");
            locks.Add(index, isMove ? LockMode.AccessExclusive : LockMode.ShareUpdateExclusive, isMove ? TableWork.Rewrite : TableWork.None);
        }
    }

    // The rows of every table that uses the domain are read, with writers kept out.
    private static void Domain(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (words.Name() is not { } domain)
        {
            return;
        }

        if (words.Take("RENAME", "TO"))
        {
            scope.RenameType(domain);
        }

        if (scope.Facts.Relations.Count == 0)
        {
            // No table, but a name to look up.
            locks.Add(domain, LockMode.None);
        }

        var scans = words.Take("SET", "NOT", "NULL") || words.Take("VALIDATE") || (words.Take("ADD") && !words.Has("NOT", "VALID"));
        foreach (var table in scans ? scope.Facts.Relations.Values.Distinct() : [])
        {
            if (table.Kind == RelationKind.Table && table.Columns.Values.Any(c => c.Type == domain.Name || c.Type == domain.ToString()))
            {
                locks.Add(table.Name, LockMode.Share, TableWork.Scan, $"uses the domain {domain}");
            }
        }
    }
}
