using Hotline.Migrate.Impact.Catalog;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>Constraints in <c>ALTER TABLE</c>.</summary>
internal static class ConstraintReading
{
    /// <summary>Reads what stands behind <c>ADD</c>, where it is a constraint.</summary>
    public static bool TryAdd(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        var start = words.Index;
        var name = words.Take("CONSTRAINT") ? words.Identifier() ?? "" : "";
        var isDeferred = words.Has("NOT", "VALID") || words.Has("NOT", "ENFORCED");
        if (words.Take("CHECK"))
        {
            var check = words.Parenthesised()?.TextUpTo() ?? "";
            locks.AddTree(table, LockMode.AccessExclusive, isDeferred ? TableWork.None : TableWork.Scan, isDeferred ? "" : "checks every row; NOT VALID would not");
            scope.Add(table, new ConstraintFacts(name, null, check, !isDeferred));
        }
        else if (words.Take("FOREIGN", "KEY"))
        {
            var columns = words.Parenthesised()?.Parts().Select(p => p.Identifier() ?? "").ToList() ?? [];
            var referenced = words.Take("REFERENCES") ? words.Name() : null;
            locks.AddTree(table, LockMode.ShareRowExclusive, isDeferred ? TableWork.None : TableWork.Scan, isDeferred ? "" : "checks every row; NOT VALID would not");
            locks.Add(referenced, LockMode.ShareRowExclusive, isDeferred ? TableWork.None : TableWork.Scan);
            scope.Add(table, new ConstraintFacts(name, referenced, null, !isDeferred) { Columns = columns });
        }
        else if (words.Take("NOT", "NULL") && words.Identifier() is { } column)
        {
            words.Index = start;
            var isKnown = isDeferred || IsNotNull(table, column, scope);
            locks.AddTree(table, LockMode.AccessExclusive, isKnown ? TableWork.None : TableWork.Scan, isKnown ? "" : "looks for NULL");
            scope.Add(table, new ConstraintFacts(name, null, $"{column} IS NOT NULL", !isDeferred));
        }
        else if (words.Is("UNIQUE") || words.Is("PRIMARY") || words.Is("EXCLUDE"))
        {
            Key(words, table, locks);
        }
        else
        {
            words.Index = start;
            return false;
        }

        return true;
    }

    /// <summary>Reads <c>VALIDATE CONSTRAINT</c>.</summary>
    public static void Validate(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        var constraint = words.Identifier() is { } name ? scope.Constraint(table, name) : null;
        var isValid = constraint is { IsValid: true };
        locks.AddTree(table, LockMode.ShareUpdateExclusive, isValid ? TableWork.None : TableWork.Scan, isValid ? "" : "beside readers and writers");
        locks.Add(isValid ? null : constraint?.Referenced, LockMode.RowShare);
        if (constraint is not null)
        {
            scope.Add(table, constraint with { IsValid = true });
        }
    }

    /// <summary>Reads <c>ALTER CONSTRAINT</c>.</summary>
    public static void Alter(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        var constraint = words.Identifier() is { } name ? scope.Constraint(table, name) : null;
        var validates = words.Has("ENFORCED") && !words.Has("NOT", "ENFORCED");
        locks.AddTree(table, LockMode.AccessExclusive, validates ? TableWork.Scan : TableWork.None);
        locks.Add(validates ? constraint?.Referenced : null, LockMode.ShareRowExclusive, TableWork.Scan);
    }

    /// <summary>Whether rows are known to have a value in the column.</summary>
    public static bool IsNotNull(RelationName table, string column, ImpactScope scope) =>
        scope.Find(table)?.Columns.GetValueOrDefault(column) is { NotNull: true }
        || scope.Constraints(table).Any(c => c is { IsValid: true, Check: { } check } && Implies(new StatementWords(check), column));

    private static void Key(StatementWords words, RelationName table, LockList locks)
    {
        var isPrimary = words.Is("PRIMARY");
        if (words.Find("USING", "INDEX") && !words.Is("TABLESPACE"))
        {
            locks.Add(table, LockMode.AccessExclusive, why: isPrimary ? "scans where a column may be NULL" : "");
            locks.Add(words.Name(), LockMode.ShareUpdateExclusive);
            return;
        }

        locks.AddTree(table, LockMode.AccessExclusive, TableWork.IndexBuild, "an index that is built CONCURRENTLY before would not block");
    }

    // "c IS NOT NULL", alone or among others that all have to hold.
    private static bool Implies(StatementWords words, string column)
    {
        if (words.Has("OR"))
        {
            return false;
        }

        while (!words.IsAtEnd)
        {
            var start = words.Index;
            if (words.Parenthesised() is { } inner && (words.IsAtEnd || words.Is("AND")))
            {
                if (Implies(inner, column))
                {
                    return true;
                }
            }
            else
            {
                words.Index = start;
                if (words.Identifier() == column && words.Take("IS", "NOT", "NULL") && (words.IsAtEnd || words.Is("AND")))
                {
                    return true;
                }
            }

            if (!words.Find("AND"))
            {
                return false;
            }
        }

        return false;
    }
}
