using System.Globalization;

namespace Hotline.Migrate.Parsing;

/// <summary>An UPDATE or DELETE that can be limited to a range of keys.</summary>
/// <param name="Table">The table, as written.</param>
/// <param name="Alias">What the statement calls the table, as written.</param>
public sealed record BatchStatement(string Table, string Alias)
{
    /// <summary>The columns that an UPDATE sets, as written.</summary>
    public IReadOnlyList<string> Sets { get; private init; } = [];

    private string Head { get; init; } = "";

    private string? Condition { get; init; }

    private string Tail { get; init; } = "";

    /// <summary>Reads a statement; <c>null</c> when it is neither form.</summary>
    public static BatchStatement? Read(string sql)
    {
        var words = new SqlWords(sql);
        var isUpdate = words.Take("UPDATE");
        if (!isUpdate && !(words.Take("DELETE") && words.Take("FROM")))
        {
            return null;
        }

        words.Take("ONLY");
        if (words.Name() is not { } table)
        {
            return null;
        }

        words.TakeSymbol('*');
        var hasAlias = words.Take("AS") || !(words.Is("SET") || words.Is("USING") || words.Is("WHERE") || words.Is("RETURNING") || words.IsAtEnd);
        var alias = (hasAlias ? words.Name() : null) ?? table;
        var sets = isUpdate ? SetColumns(words) : [];
        var forReturning = words;
        var hasWhere = words.SkipTo("WHERE");
        var where = words.Position;
        var hasReturning = forReturning.SkipTo("RETURNING");
        var end = hasReturning ? forReturning.Position : sql.Length;
        return new(table, alias)
        {
            Head = sql[..(hasWhere ? where : end)],
            Condition = hasWhere ? sql[(where + "WHERE".Length)..end] : null,
            Tail = hasReturning ? sql[end..] : "",
            Sets = sets,
        };
    }

    // SET a = 1, (b, c) = (2, 3), d[1] = 4: names stand behind SET and behind each comma outside of parentheses and brackets.
    private static List<string> SetColumns(SqlWords words)
    {
        var columns = new List<string>();
        if (!words.Take("SET"))
        {
            return columns;
        }

        var depth = 0;
        for (var isTarget = true; !words.IsAtEnd && !(depth == 0 && (words.Is("FROM") || words.Is("WHERE") || words.Is("RETURNING")));)
        {
            if (isTarget && words.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
            {
                columns.Add(words.Next().ToString());
                isTarget = depth > 0 && words.TakeSymbol(',');
                continue;
            }

            var isOpen = words.Kind == SqlTokenKind.OpenParenthesis || words.Text is "[";
            depth += isOpen ? 1 : words.Kind == SqlTokenKind.CloseParenthesis || words.Text is "]" ? -1 : 0;
            isTarget = isOpen ? isTarget : depth == 0 && words.Text is ",";
            words.Next();
        }

        return columns;
    }

    /// <summary>The statement for the keys from behind <c>$1...</c> up to and with those that follow; without a lower end for the first batch.</summary>
    /// <param name="key">The key's columns, with the SQL text of their types.</param>
    /// <param name="hasLower">Whether the first parameters are the last key of the batch before.</param>
    public string Limited(IReadOnlyList<BatchColumn> key, bool hasLower)
    {
        var columns = $"({string.Join(", ", key.Select(k => $"{Alias}.{k.Name}"))})";
        var upper = $"{columns} <= {Values(key, hasLower ? key.Count : 0)}";
        var range = hasLower ? $"{columns} > {Values(key, 0)} AND {upper}" : upper;

        // A line of its own for each part: the author's may end in a comment.
        return Condition is null ? $"{Head.TrimEnd()}\nWHERE {range}\n{Tail}" : $"{Head}WHERE {range} AND (\n{Condition}\n)\n{Tail}";
    }

    /// <summary>A query for the last key of the next batch, as texts, and how many rows it has; no row behind the last one.</summary>
    public string NextKey(IReadOnlyList<BatchColumn> key, int size, bool hasLower)
    {
        var columns = string.Join(", ", key.Select(k => k.Name));
        var lower = hasLower ? $"WHERE ({columns}) > {Values(key, 0)}" : "";
        var backwards = string.Join(", ", key.Select(k => $"batch.{k.Name} DESC"));
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            SELECT {string.Join(", ", key.Select(k => k.AsText))}, pg_catalog.count(*) OVER ()
            FROM (SELECT {columns} FROM {Table} {lower} ORDER BY {columns} LIMIT {size}) AS batch
            ORDER BY {backwards} LIMIT 1
            """);
    }

    private static string Values(IReadOnlyList<BatchColumn> key, int first) =>
        $"({string.Join(", ", key.Select((k, i) => string.Create(CultureInfo.InvariantCulture, $"${first + i + 1}::pg_catalog.text::{k.Type}")))})";
}
