namespace Hotline.Migrate.Parsing;

/// <summary>What a runner must know of a statement that it runs outside a transaction: how to find out whether it was done.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Name">The object it makes, drops or rebuilds, as written; <c>null</c> where it tells none.</param>
/// <param name="Table">The table that it works on, as written, where the form has one.</param>
public sealed record StatementForm(StatementKind Kind, string? Name = null, string? Table = null)
{
    /// <summary>Recognises <paramref name="sql"/>, one statement.</summary>
    public static StatementForm Of(string sql)
    {
        if (TransactionRules.Of(sql) != TransactionBehavior.OutsideOnly)
        {
            var start = new SqlWords(sql);
            return new(start.Is("SET") || start.Is("RESET") ? StatementKind.Setting : StatementKind.Transactional);
        }

        var words = new SqlWords(sql);
        if (words.Take("CREATE"))
        {
            return OfCreate(words);
        }

        if (words.Take("DROP"))
        {
            return OfDrop(words);
        }

        if (words.Take("ALTER"))
        {
            return OfAlter(words);
        }

        var isRepeatable = words.Is("VACUUM") || words.Is("CLUSTER") || words.Is("DISCARD");
        return words.Take("REINDEX") ? OfReindex(words) : new(isRepeatable ? StatementKind.Repeatable : StatementKind.Other);
    }

    private static StatementForm OfCreate(SqlWords words)
    {
        words.Take("UNIQUE");
        if (!words.Take("INDEX"))
        {
            return Shared(words, isCreate: true);
        }

        words.Take("CONCURRENTLY");
        if (words.Take("IF"))
        {
            words.Take("NOT");
            words.Take("EXISTS");
        }

        var name = words.Is("ON") ? null : words.Name();
        if (!words.Take("ON"))
        {
            return new(StatementKind.Other);
        }

        words.Take("ONLY");
        return new(StatementKind.CreateIndex, name, words.Name());
    }

    private static StatementForm OfDrop(SqlWords words)
    {
        if (!words.Take("INDEX"))
        {
            return Shared(words, isCreate: false);
        }

        words.Take("CONCURRENTLY");
        TakeIfExists(ref words);
        var name = words.Name();
        return words.Kind == SqlTokenKind.Symbol ? new(StatementKind.Other) : new(StatementKind.DropIndex, name);
    }

    private static StatementForm OfAlter(SqlWords words)
    {
        if (!words.Take("TABLE"))
        {
            return new(StatementKind.Repeatable);
        }

        TakeIfExists(ref words);
        words.Take("ONLY");
        var table = words.Name();
        return words.SkipTo("PARTITION") && words.Take("PARTITION")
            ? new(StatementKind.DetachPartition, words.Name(), table)
            : new(StatementKind.Other);
    }

    private static StatementForm OfReindex(SqlWords words)
    {
        if (words.Kind == SqlTokenKind.OpenParenthesis)
        {
            while (!words.IsAtEnd && words.Kind != SqlTokenKind.CloseParenthesis)
            {
                words.Next();
            }

            words.Next();
        }

        var isTable = words.Is("TABLE");
        var isIndex = words.Is("INDEX");
        words.Next();
        words.Take("CONCURRENTLY");
        var name = words.Name();
        return (isTable, isIndex) switch
        {
            (true, _) => new(StatementKind.Reindex, null, name),
            (_, true) => new(StatementKind.Reindex, name),
            _ => new(StatementKind.Repeatable),
        };
    }

    private static StatementForm Shared(SqlWords words, bool isCreate)
    {
        var kind = words.Is("DATABASE") ? (isCreate ? StatementKind.CreateDatabase : StatementKind.DropDatabase) : StatementKind.Other;
        words.Next();
        TakeIfExists(ref words);
        return kind == StatementKind.Other ? new(kind) : new(kind, words.Name());
    }

    private static void TakeIfExists(ref SqlWords words)
    {
        if (words.Take("IF"))
        {
            words.Take("EXISTS");
        }
    }
}
