namespace Hotline.Migrate.Parsing;

/// <summary>A label that a statement adds to an enum, and which nothing can use before that is committed.</summary>
/// <param name="Type">The enum as the statement names it.</param>
/// <param name="Label">The label.</param>
/// <param name="IsNew">Whether it cannot have been there before.</param>
internal sealed record AddedLabel(string Type, string Label, bool IsNew)
{
    /// <summary>Whether the enum is made by the same transaction: then PostgreSQL 17 takes the label at once.</summary>
    public bool IsOfNewEnum { get; init; }

    /// <summary>The label that <c>ALTER TYPE ... ADD VALUE</c> adds; <c>null</c> for another statement.</summary>
    public static AddedLabel? Of(string sql)
    {
        var words = new SqlWords(sql);
        if (!words.Take("ALTER") || !words.Take("TYPE") || words.Name() is not { } type || !words.Take("ADD") || !words.Take("VALUE"))
        {
            return null;
        }

        var isNew = !words.Take("IF");
        if (!isNew && !(words.Take("NOT") && words.Take("EXISTS")))
        {
            return null;
        }

        return words.Kind == SqlTokenKind.String && Content(words.Text) is { } label ? new(type, label, isNew) : null;
    }

    /// <summary>The enum that <c>CREATE TYPE ... AS ENUM</c> makes; <c>null</c> for another statement.</summary>
    public static string? CreatedEnum(string sql)
    {
        var words = new SqlWords(sql);
        return words.Take("CREATE") && words.Take("TYPE") && words.Name() is { } type && words.Take("AS") && words.Is("ENUM") ? type : null;
    }

    /// <summary>Whether <paramref name="type"/> can be the same enum.</summary>
    public bool IsOf(string type)
    {
        var (mine, other) = (Parts(Type), Parts(type));
        return mine[^1] == other[^1] && (mine.Length == 1 || other.Length == 1 || mine[^2] == other[^2]);
    }

    /// <summary>Whether the statement, when it runs, uses a string that is the label.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="isSurely">Whether the string is cast to the enum, so that it cannot mean something else.</param>
    public bool IsUsedIn(string sql, out bool isSurely)
    {
        isSurely = false;
        var words = new SqlWords(sql);
        return !KeepsText(words) && IsUsedIn(ref words, ref isSurely);
    }

    // What is only written down is not used: bodies of functions, comments, places of other labels.
    private static bool KeepsText(SqlWords words)
    {
        if (words.Take("CREATE"))
        {
            if (words.Take("OR"))
            {
                words.Take("REPLACE");
            }

            return words.Is("FUNCTION") || words.Is("PROCEDURE") || words.Is("TYPE");
        }

        return words.Is("COMMENT") || words.Is("SECURITY") || words.Is("SET") || (words.Take("ALTER") && words.Is("TYPE"));
    }

    private bool IsUsedIn(ref SqlWords words, ref bool isSurely)
    {
        var isUsed = false;
        while (!words.IsAtEnd && !isSurely)
        {
            var kind = words.Kind;
            var text = words.Next();
            if (kind == SqlTokenKind.DollarString)
            {
                var tag = text[1..].IndexOf('$') + 2;
                isUsed |= IsUsedInBody(text[tag..^tag], ref isSurely);
            }
            else if (kind == SqlTokenKind.String && Content(text) == Label)
            {
                isUsed = true;
                isSurely = IsNew && words.TakeSymbol(':') && words.TakeSymbol(':') && words.Name() is { } type && IsOf(type);
            }
        }

        return isUsed;
    }

    // The body of a DO block: statements behind each other.
    private bool IsUsedInBody(ReadOnlySpan<char> body, ref bool isSurely)
    {
        var lexer = new SqlLexer(body);
        while (lexer.NextSignificant() is { Kind: not SqlTokenKind.End } token)
        {
            if (token.Kind == SqlTokenKind.String && Content(body.Slice(token.Start, token.Length)) == Label)
            {
                var behind = new SqlWords(body[token.End..]);
                isSurely |= IsNew && behind.TakeSymbol(':') && behind.TakeSymbol(':') && behind.Name() is { } type && IsOf(type);
                return true;
            }
        }

        return false;
    }

    // What a string says; null where it has escapes, which nobody writes in a label.
    private static string? Content(ReadOnlySpan<char> literal)
    {
        var open = literal.IndexOf('\'');
        if (open < 0 || literal.Length < open + 2 || literal[^1] != '\'' || literal.Contains('\\'))
        {
            return null;
        }

        return literal[(open + 1)..^1].ToString().Replace("''", "'", StringComparison.Ordinal);
    }

    private static string[] Parts(string name)
    {
        var parts = new List<string>();
        var words = new SqlWords(name);
        while (!words.IsAtEnd)
        {
            var isPart = words.Kind is SqlTokenKind.QuotedIdentifier or SqlTokenKind.Word;
            var text = words.Next();
            if (isPart)
            {
                parts.Add(SqlNames.Folded(text.ToString()));
            }
        }

        return parts is [] ? [name] : [.. parts];
    }
}
