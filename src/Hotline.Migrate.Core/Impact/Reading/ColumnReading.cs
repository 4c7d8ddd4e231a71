using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>Columns in <c>ALTER TABLE</c>.</summary>
internal static class ColumnReading
{
    private static readonly string[] BehindType =
        ["COLLATE", "CONSTRAINT", "NOT", "NULL", "CHECK", "DEFAULT", "GENERATED", "UNIQUE", "PRIMARY", "REFERENCES", "STORAGE", "COMPRESSION", "USING"];

    private static readonly HashSet<string> Volatile = new(StringComparer.Ordinal)
    {
        "random", "random_normal", "gen_random_uuid", "uuidv4", "uuidv7", "clock_timestamp", "timeofday", "nextval", "currval", "lastval", "setval",
        "set_config", "pg_sleep", "uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v4", "gen_random_bytes",
    };

    /// <summary>Reads what stands behind <c>ADD COLUMN</c>.</summary>
    public static void Add(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        words.TakeIfExists();
        var column = words.Identifier() ?? "";
        var type = words.TextUpTo(BehindType);
        var (work, why) = Added(words, type, scope.Facts);
        locks.AddTree(table, LockMode.AccessExclusive, work, why);
        if (words.Find("REFERENCES") && words.Name() is { } referenced)
        {
            locks.Add(referenced, LockMode.ShareRowExclusive);
            scope.Add(table, new ConstraintFacts($"{table.Name}_{column}_fkey", referenced, null, true) { Columns = [column] });
        }
    }

    /// <summary>Reads what stands behind <c>ALTER COLUMN</c>.</summary>
    public static void Alter(StatementWords words, RelationName table, ImpactScope scope, LockList locks)
    {
        var column = words.Kind == SqlTokenKind.Number ? null : words.Identifier();
        if (words.Take("SET", "NOT", "NULL"))
        {
            var isKnown = column is not null && ConstraintReading.IsNotNull(table, column, scope);
            locks.AddTree(table, LockMode.AccessExclusive, isKnown ? TableWork.None : TableWork.Scan, isKnown ? "" : "looks for NULL; a valid check would prove it");
        }
        else if (words.Take("TYPE") || words.Take("SET", "DATA", "TYPE"))
        {
            ChangeType(words, table, column ?? "", scope, locks);
        }
        else if (words.Take("SET", "STATISTICS") || (words.Take("SET") && words.Kind == SqlTokenKind.OpenParenthesis) || words.Take("RESET"))
        {
            locks.Add(table, LockMode.ShareUpdateExclusive);
        }
        else
        {
            var isRewrite = words.Take("EXPRESSION");
            locks.AddTree(table, LockMode.AccessExclusive, isRewrite ? TableWork.Rewrite : TableWork.None, isRewrite ? "computes the column again, where it is stored" : "");
        }
    }

    private static (TableWork Work, string Why) Added(StatementWords words, string type, CatalogFacts facts)
    {
        if (SqlTypeName.IsSerial(type))
        {
            return (TableWork.Rewrite, "numbers every row");
        }

        if (words.Has("AS", "IDENTITY"))
        {
            return (TableWork.Rewrite, "numbers every row");
        }

        var isVirtual = words.Has("GENERATED") && (words.Has("VIRTUAL") || (facts.Major >= 18 && !words.Has("STORED")));
        if (words.Has("GENERATED") && !isVirtual)
        {
            return (TableWork.Rewrite, "computes and stores a value for every row");
        }

        if (TypeChange.Domain(type, facts) is { IsConstrained: true })
        {
            return (TableWork.Rewrite, "the type is a domain with a check");
        }

        var start = words.Index;
        if (words.Find("DEFAULT"))
        {
            var before = words.CalledFunctions().ToList();
            var found = before.FirstOrDefault(f => Volatile.Contains(f) || facts.VolatileFunctions.Contains(f));
            words.Index = start;
            if (found is not null)
            {
                return (TableWork.Rewrite, $"{found}() is volatile: a value for every row");
            }
        }

        words.Index = start;
        if (words.Has("UNIQUE") || words.Has("PRIMARY", "KEY"))
        {
            return (TableWork.IndexBuild, "");
        }

        var isScanned = words.Has("CHECK")
            || (isVirtual && words.Has("NOT", "NULL"))
            || (words.Has("REFERENCES") && words.Has("DEFAULT") && !words.Has("DEFAULT", "NULL"));
        return isScanned ? (TableWork.Scan, "checks every row") : (TableWork.None, "");
    }

    private static void ChangeType(StatementWords words, RelationName table, string column, ImpactScope scope, LockList locks)
    {
        var target = words.TextUpTo(BehindType);
        var hasCollation = words.Has("COLLATE");
        var facts = scope.Find(table);
        var source = facts?.Columns.GetValueOrDefault(column)?.Type;
        if (source is null || scope.IsRenamedType(source) || TypeChange.IsRewrite(source, target, scope.Facts) || Computes(words, column))
        {
            locks.AddTree(table, LockMode.AccessExclusive, TableWork.Rewrite, source is null ? "the old type is not known" : $"{source} is stored otherwise");
            return;
        }

        var rebuilds = facts!.HasPartialIndexes || (facts.HasIndexes && (hasCollation || TypeChange.ChangesOperators(source, target)));
        var isChecked = scope.Constraints(table).Any(c => c.Check?.Contains(column, StringComparison.Ordinal) == true);
        locks.AddTree(
            table,
            LockMode.AccessExclusive,
            rebuilds ? TableWork.IndexBuild : isChecked ? TableWork.Scan : TableWork.None,
            rebuilds ? "builds indexes again" : isChecked ? "looks at checks again" : "");
        foreach (var key in scope.Constraints(table).Where(c => c.Columns.Contains(column)))
        {
            locks.Add(key.Referenced, LockMode.AccessExclusive);
        }
    }

    // USING c and USING c::type are what would be done without it.
    private static bool Computes(StatementWords words, string column)
    {
        var start = words.Index;
        var isPlain = !words.Find("USING")
            || (words.Identifier() == column && (words.IsAtEnd || (words.TakeSymbol(':') && words.TakeSymbol(':') && words.TextUpTo().All(c => c is not ('+' or '|' or '-')))));
        words.Index = start;
        return !isPlain;
    }
}
