using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>Statements that read and write rows.</summary>
internal static class RowReading
{
    /// <summary>Reads the statement.</summary>
    public static void Read(StatementWords words, ImpactScope scope, LockList locks)
    {
        var start = words.Index;
        if (words.Take("WITH"))
        {
            Queries(words, scope, locks);
            return;
        }

        if (words.Take("COPY"))
        {
            if (words.Name() is { } table)
            {
                Write(table, words.Has("FROM") ? TableWork.None : null, scope, locks);
            }
        }
        else if (words.Is("INSERT") || words.Is("MERGE"))
        {
            var isMerge = words.Is("MERGE");
            words.Index++;
            words.Take("INTO");
            words.Take("ONLY");
            if (words.Name() is { } table)
            {
                Write(table, isMerge ? TableWork.Rows : TableWork.None, scope, locks);
                QuerySources.Add(words, scope, locks, TableWork.None);
            }
        }
        else if (words.Take("UPDATE") || words.Take("DELETE", "FROM"))
        {
            words.Take("ONLY");
            if (words.Name() is { } table)
            {
                locks.AddTree(table, LockMode.RowExclusive, TableWork.Rows, words.Has("WHERE") ? "" : "every row");
                QuerySources.Add(words, scope, locks, TableWork.None);
            }
        }
        else if (words.Is("SELECT") || words.Is("TABLE") || words.Is("VALUES"))
        {
            var locksRows = words.Has("FOR", "UPDATE") || words.Has("FOR", "NO", "KEY") || words.Has("FOR", "SHARE") || words.Has("FOR", "KEY");
            words.Index = start;
            QuerySources.Add(words, scope, locks, TableWork.None, locksRows ? LockMode.RowShare : LockMode.AccessShare);
        }
    }

    // A row that points to another one locks it, so that it stays.
    private static void Write(RelationName table, TableWork? work, ImpactScope scope, LockList locks)
    {
        locks.Add(table, work is null ? LockMode.AccessShare : LockMode.RowExclusive, work ?? TableWork.None);
        foreach (var key in work is null ? [] : scope.Constraints(table))
        {
            locks.Add(key.Referenced, LockMode.RowShare);
        }
    }

    // Behind WITH there are several statements, each in its parentheses.
    private static void Queries(StatementWords words, ImpactScope scope, LockList locks)
    {
        HashSet<string> named = [];
        for (words.Take("RECURSIVE"); !words.IsAtEnd && words.Identifier() is { } name;)
        {
            named.Add(name);
            if (words.Kind == SqlTokenKind.OpenParenthesis)
            {
                words.Skip();
            }

            words.Take("AS");
            words.Take("NOT");
            words.Take("MATERIALIZED");
            if (words.Parenthesised() is { } query)
            {
                Except(named, query, scope, locks);
            }

            if (!words.TakeSymbol(','))
            {
                break;
            }
        }

        Except(named, words, scope, locks);
    }

    private static void Except(HashSet<string> named, StatementWords words, ImpactScope scope, LockList locks)
    {
        var own = new LockList(scope);
        Read(words, scope, own);
        foreach (var relation in own.ToImpact(isOpaque: false).Relations)
        {
            if (!named.Contains(relation.Relation.Name))
            {
                locks.Add(relation.Relation, relation.Lock, relation.Work, relation.Why);
            }
        }
    }
}
