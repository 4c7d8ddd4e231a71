using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Impact.Reading;

/// <summary>The tables that a query reads.</summary>
internal static class QuerySources
{
    /// <summary>Adds what stands behind every <c>FROM</c>, <c>JOIN</c> and <c>USING</c>, also in queries within the query.</summary>
    public static void Add(StatementWords words, ImpactScope scope, LockList locks, TableWork work, LockMode mode = LockMode.AccessShare)
    {
        while (!words.IsAtEnd)
        {
            if (!(words.Take("FROM") || words.Take("JOIN") || words.Take("USING")))
            {
                words.Index++;
                continue;
            }

            do
            {
                words.Take("ONLY");
                words.Take("LATERAL");
                if (words.Name() is not { } table)
                {
                    break;
                }

                if (words.Kind != SqlTokenKind.OpenParenthesis && IsTable(table, scope))
                {
                    locks.Add(table, mode, work);
                }

                SkipAlias(words);
            }
            while (words.TakeSymbol(','));
        }
    }

    // FROM also stands in expressions: extract(year FROM created_at).
    private static bool IsTable(RelationName name, ImpactScope scope) =>
        scope.Facts.Relations.Count == 0 || scope.IsNew(name) || scope.Find(name) is not null;

    private static void SkipAlias(StatementWords words)
    {
        var start = words.Index;
        words.Take("AS");
        if (words.Identifier() is null || !words.IsSymbol(','))
        {
            words.Index = words.IsAtEnd || !words.IsSymbol(',') ? start : words.Index;
        }
    }
}
