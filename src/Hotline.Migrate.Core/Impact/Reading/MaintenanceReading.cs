using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Impact.Reading;

/// <summary><c>TRUNCATE</c>, <c>REFRESH</c>, <c>VACUUM</c>, <c>LOCK</c>, <c>GRANT</c> and their like.</summary>
internal static class MaintenanceReading
{
    // What stands between ON and a name that is no table's.
    private static readonly string[] OtherKinds =
        ["ALL", "DATABASE", "DOMAIN", "FOREIGN", "FUNCTION", "LANGUAGE", "LARGE", "PARAMETER", "PROCEDURE", "ROUTINE", "SCHEMA", "SEQUENCE", "TABLESPACE", "TYPE"];

    /// <summary>Reads the statement, where it is one of them.</summary>
    public static bool TryRead(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (words.Take("TRUNCATE"))
        {
            Truncate(words, scope, locks);
        }
        else if (words.Take("REFRESH", "MATERIALIZED", "VIEW"))
        {
            var isConcurrent = words.Take("CONCURRENTLY");
            locks.Add(words.Name(), isConcurrent ? LockMode.Exclusive : LockMode.AccessExclusive, TableWork.Rewrite);
        }
        else if (words.Take("VACUUM"))
        {
            Vacuum(words, locks);
        }
        else if (words.Take("ANALYZE") || words.Take("ANALYSE"))
        {
            Options(words);
            foreach (var table in words.Parts())
            {
                locks.Add(table.Name(), LockMode.ShareUpdateExclusive);
            }
        }
        else if (words.Take("CLUSTER"))
        {
            Options(words);
            var name = words.Name();
            locks.Add(words.Take("ON") ? words.Name() : name, LockMode.AccessExclusive, TableWork.Rewrite);
        }
        else if (words.Take("REINDEX"))
        {
            Reindex(words, scope, locks);
        }
        else if (words.Take("LOCK"))
        {
            words.Take("TABLE");
            var tables = words.Names();
            var mode = words.Take("IN") ? LockModeText.Parse(words.TextUpTo("MODE")) : LockMode.AccessExclusive;
            foreach (var table in tables)
            {
                locks.AddTree(table, mode);
            }
        }
        else if (words.Take("COMMENT", "ON"))
        {
            Comment(words, locks);
        }
        else if (words.Is("GRANT") || words.Is("REVOKE"))
        {
            Privileges(words, scope, locks);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void Truncate(StatementWords words, ImpactScope scope, LockList locks)
    {
        words.Take("TABLE");
        var tables = words.Names();
        var isCascade = words.Has("CASCADE");
        var pending = new Queue<RelationName>(tables);
        var seen = new HashSet<RelationName>();
        while (pending.TryDequeue(out var table))
        {
            if (!seen.Add(table))
            {
                continue;
            }

            locks.AddTree(table, LockMode.AccessExclusive, why: tables.Contains(table) ? "empties it" : "empties it, by CASCADE");
            foreach (var other in isCascade ? scope.Find(table)?.ReferencedBy ?? [] : [])
            {
                pending.Enqueue(other);
            }
        }
    }

    private static void Vacuum(StatementWords words, LockList locks)
    {
        var isFull = words.Kind == SqlTokenKind.OpenParenthesis
            ? words.Parenthesised()!.Parts().Any(option => option.Take("FULL") && !(option.Is("FALSE") || option.Is("OFF") || option.Token == "0"))
            : words.Take("FULL");
        while (words.Take("FREEZE") || words.Take("VERBOSE") || words.Take("ANALYZE") || words.Take("ANALYSE"))
        {
            // Any of them may stand before the tables.
        }

        foreach (var table in words.Parts())
        {
            locks.Add(
                table.Name(),
                isFull ? LockMode.AccessExclusive : LockMode.ShareUpdateExclusive,
                isFull ? TableWork.Rewrite : TableWork.Scan);
        }
    }

    private static void Reindex(StatementWords words, ImpactScope scope, LockList locks)
    {
        var isConcurrent = words.Parenthesised() is { } options
            && options.Parts().Any(option => option.Take("CONCURRENTLY") && !(option.Is("FALSE") || option.Is("OFF")));
        var isIndex = words.Take("INDEX");
        if (!isIndex && !words.Take("TABLE"))
        {
            return;
        }

        isConcurrent |= words.Take("CONCURRENTLY");
        if (words.Name() is not { } name)
        {
            return;
        }

        var mode = isConcurrent ? LockMode.ShareUpdateExclusive : LockMode.Share;
        var table = isIndex ? scope.TableOf(name) : name;
        if (table is not null)
        {
            locks.AddTree(table, mode, TableWork.IndexBuild);
        }

        if (isIndex)
        {
            locks.Add(name, isConcurrent ? mode : LockMode.AccessExclusive);
        }
    }

    private static void Comment(StatementWords words, LockList locks)
    {
        if (words.Take("TABLE") || words.Take("VIEW") || words.Take("MATERIALIZED", "VIEW") || words.Take("INDEX"))
        {
            locks.Add(words.Name(), LockMode.ShareUpdateExclusive);
        }
        else if (words.Take("COLUMN"))
        {
            locks.Add(words.Qualifier(), LockMode.ShareUpdateExclusive);
        }
    }

    // Before PostgreSQL 18 the objects are not locked at all.
    private static void Privileges(StatementWords words, ImpactScope scope, LockList locks)
    {
        if (!words.Find("ON") || (!words.Take("TABLE") && OtherKinds.Any(kind => words.Is(kind))))
        {
            return;
        }

        foreach (var table in words.Names())
        {
            locks.Add(table, scope.Facts.Major < 18 ? LockMode.None : LockMode.AccessShare);
        }
    }

    private static void Options(StatementWords words)
    {
        words.Parenthesised();
        words.Take("VERBOSE");
    }
}
