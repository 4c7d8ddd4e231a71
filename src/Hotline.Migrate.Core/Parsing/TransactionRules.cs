namespace Hotline.Migrate.Parsing;

/// <summary>Knows which statements PostgreSQL refuses in a transaction, which outside, and which control transactions.</summary>
/// <remarks>
/// Recognised by their text alone. What only the database knows (REINDEX of a partitioned table, a procedure that
/// commits) is found when it runs.
/// </remarks>
internal static class TransactionRules
{
    /// <summary>How the statement gets on with transactions.</summary>
    public static TransactionBehavior Of(ReadOnlySpan<char> sql)
    {
        var words = new SqlWords(sql);
        Span<char> first = stackalloc char[12];
        var length = words.Kind == SqlTokenKind.Word && words.Text.Length <= first.Length ? words.Text.ToUpperInvariant(first) : 0;
        words.Next();
        return first[..length] switch
        {
            "BEGIN" or "COMMIT" or "END" or "ROLLBACK" or "ABORT" => OfControl(ref words),
            "START" or "PREPARE" => words.Is("TRANSACTION") ? TransactionBehavior.Control : TransactionBehavior.Any,
            "SAVEPOINT" or "RELEASE" => TransactionBehavior.Control,
            "LOCK" => TransactionBehavior.InsideOnly,
            "DECLARE" => words.SkipTo("HOLD") ? TransactionBehavior.Any : TransactionBehavior.InsideOnly,
            "SET" => OfSet(ref words),
            "VACUUM" => TransactionBehavior.OutsideOnly,
            "DISCARD" => OutsideIf(words.Is("ALL")),
            "CREATE" => OutsideIf(IsCreateOutside(ref words)),
            "DROP" => OutsideIf(IsDropOutside(ref words)),
            "ALTER" => OutsideIf(IsAlterOutside(ref words)),
            "REINDEX" => OutsideIf(IsReindexOutside(ref words)),
            "CLUSTER" => OutsideIf(IsClusterOutside(ref words)),
            "DO" => OutsideIf(Commits(ref words)),
            _ => TransactionBehavior.Any,
        };
    }

    private static TransactionBehavior OutsideIf(bool outside) => outside ? TransactionBehavior.OutsideOnly : TransactionBehavior.Any;

    private static TransactionBehavior OfControl(ref SqlWords words) =>
        words.Is("PREPARED") ? TransactionBehavior.OutsideOnly : TransactionBehavior.Control;

    private static TransactionBehavior OfSet(ref SqlWords words) =>
        words.Is("LOCAL") || words.Is("TRANSACTION") || words.Is("CONSTRAINTS")
            ? TransactionBehavior.NoEffectOutside
            : TransactionBehavior.Any;

    private static bool IsCreateOutside(ref SqlWords words)
    {
        words.Take("UNIQUE");
        if (words.Take("INDEX"))
        {
            return words.Is("CONCURRENTLY");
        }

        return words.Is("DATABASE") || words.Is("TABLESPACE")
            || (words.Take("SUBSCRIPTION") && !(HasOption(words, "connect", isOff: true) || HasOption(words, "create_slot", isOff: true)));
    }

    // DROP SUBSCRIPTION also drops the slot, unless there is none any more, which the text does not tell.
    private static bool IsDropOutside(ref SqlWords words) =>
        words.Is("DATABASE") || words.Is("TABLESPACE") || words.Is("SUBSCRIPTION")
        || (words.Take("INDEX") && words.Is("CONCURRENTLY"));

    private static bool IsAlterOutside(ref SqlWords words)
    {
        if (words.Take("SYSTEM"))
        {
            return true;
        }

        if (words.Take("DATABASE"))
        {
            return words.TakeName() && words.Take("SET") && words.Is("TABLESPACE");
        }

        if (words.Take("SUBSCRIPTION"))
        {
            return words.TakeName() && IsSubscriptionRefresh(ref words);
        }

        return words.Take("TABLE") && words.SkipTo("DETACH") && words.SkipTo("CONCURRENTLY");
    }

    private static bool IsSubscriptionRefresh(ref SqlWords words)
    {
        if (words.Take("REFRESH"))
        {
            return true;
        }

        var changes = words.Take("SET") || words.Take("ADD") || words.Take("DROP");
        return changes && words.Take("PUBLICATION") && !HasOption(words, "refresh", isOff: true);
    }

    private static bool IsReindexOutside(ref SqlWords words)
    {
        if (words.Kind == SqlTokenKind.OpenParenthesis)
        {
            if (HasOption(words, "concurrently", isOff: false))
            {
                return true;
            }

            SkipParentheses(ref words);
        }

        return words.Is("SCHEMA") || words.Is("DATABASE") || words.Is("SYSTEM")
            || ((words.Take("INDEX") || words.Take("TABLE")) && words.Is("CONCURRENTLY"));
    }

    private static bool IsClusterOutside(ref SqlWords words)
    {
        if (words.Kind == SqlTokenKind.OpenParenthesis)
        {
            SkipParentheses(ref words);
        }
        else
        {
            words.Take("VERBOSE");
        }

        return words.IsAtEnd;
    }

    /// <summary>Whether an option in parentheses says on (its name alone does, too) or off.</summary>
    private static bool HasOption(SqlWords words, string option, bool isOff)
    {
        while (!words.IsAtEnd)
        {
            if (words.Take(option))
            {
                words.TakeSymbol('=');
                return isOff == IsOff(words);
            }

            words.Next();
        }

        return false;
    }

    private static bool IsOff(SqlWords words) => words.Text.Trim('\'') is var value
        && (value.Equals("false", StringComparison.OrdinalIgnoreCase) || value.Equals("off", StringComparison.OrdinalIgnoreCase) || value is "0");

    private static void SkipParentheses(ref SqlWords words)
    {
        for (var depth = 0; !words.IsAtEnd;)
        {
            depth += words.Kind switch
            {
                SqlTokenKind.OpenParenthesis => 1,
                SqlTokenKind.CloseParenthesis => -1,
                _ => 0,
            };
            words.Next();
            if (depth == 0)
            {
                return;
            }
        }
    }

    /// <summary>Whether the body of a DO block holds COMMIT or ROLLBACK as a statement of its own.</summary>
    private static bool Commits(ref SqlWords words)
    {
        while (!words.IsAtEnd && words.Kind is not (SqlTokenKind.DollarString or SqlTokenKind.String))
        {
            words.Next();
        }

        if (words.Kind != SqlTokenKind.DollarString)
        {
            return false;
        }

        var text = words.Text;
        var tag = text[1..].IndexOf('$') + 2;
        var body = new SqlLexer(text[tag..^tag]);
        var previous = default(ReadOnlySpan<char>);
        while (body.NextSignificant() is { Kind: not SqlTokenKind.End } token)
        {
            var word = text.Slice(tag + token.Start, token.Length);
            var starts = previous is ";" || IsBlockWord(previous);
            if (starts && token.Kind == SqlTokenKind.Word
                && (word.Equals("COMMIT", StringComparison.OrdinalIgnoreCase) || word.Equals("ROLLBACK", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            previous = word;
        }

        return false;
    }

    private static bool IsBlockWord(ReadOnlySpan<char> word) =>
        word.Equals("BEGIN", StringComparison.OrdinalIgnoreCase) || word.Equals("THEN", StringComparison.OrdinalIgnoreCase)
        || word.Equals("ELSE", StringComparison.OrdinalIgnoreCase) || word.Equals("LOOP", StringComparison.OrdinalIgnoreCase);
}
