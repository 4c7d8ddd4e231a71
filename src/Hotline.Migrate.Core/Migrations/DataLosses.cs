using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds in a section what destroys data, whoever wrote it.</summary>
/// <remarks>
/// Counted are statements that drop or empty what holds rows: tables, columns, schemas, databases, whatever CASCADE takes along; and
/// the <c>-- data loss:</c> comments that generated migrations carry. A DELETE with a condition is a decision about single rows.
/// </remarks>
public static class DataLosses
{
    private const string Mark = "data loss:";

    /// <summary>What the section destroys, in its order; empty when it keeps all data.</summary>
    public static IReadOnlyList<DataLossNote> Of(MigrationSection section)
    {
        List<DataLossNote> notes = [];
        foreach (var command in section.Steps.SelectMany(step => step.Commands))
        {
            if (SqlOf(command) is { } sql && Find(sql) is { } statement)
            {
                notes.Add(new DataLossNote(statement, command.Where));
            }
        }

        // What a comment tells of (a narrowed type, say) may be no drop at all; where there are both, the statements are what is named.
        return notes.Count > 0 ? notes : [.. Marked(section)];
    }

    private static IEnumerable<DataLossNote> Marked(MigrationSection section) =>
        section.Text.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.TrimStart('-', ' '))
            .Where(line => line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
            .Select(line => new DataLossNote(line[Mark.Length..].Trim(), Where: null));

    private static string? SqlOf(MigrationCommand command) => command switch
    {
        SqlCommand sql => sql.Sql,
        BatchCommand batch => batch.Sql,
        _ => null,
    };

    private static string? Find(string sql)
    {
        var words = new SqlWords(sql);
        return words.Take("DROP") ? Drop(ref words)
            : words.Take("TRUNCATE") ? Truncate(ref words)
            : words.Take("ALTER") && words.Take("TABLE") ? AlterTable(ref words)
            : words.Take("DELETE") ? Delete(ref words)
            : null;
    }

    private static string? Drop(ref SqlWords words)
    {
        foreach (var kind in (ReadOnlySpan<string>)["TABLE", "SCHEMA", "DATABASE", "OWNED"])
        {
            if (words.Take(kind))
            {
                return $"drops {kind.ToLowerInvariant()} {Names(ref words)}";
            }
        }

        // DROP TYPE t CASCADE drops the columns of that type, DROP EXTENSION e CASCADE those of its types.
        var what = words.Next().ToString().ToLowerInvariant();
        var name = Names(ref words);
        return what is "type" or "domain" or "extension" or "sequence" && Contains(ref words, "CASCADE")
            ? $"drops {what} {name} and what uses it"
            : null;
    }

    private static string Truncate(ref SqlWords words)
    {
        words.Take("TABLE");
        words.Take("ONLY");
        return $"empties table {Names(ref words)}";
    }

    private static string? AlterTable(ref SqlWords words)
    {
        TakeIfExists(ref words);
        words.Take("ONLY");
        var table = Name(ref words);
        List<string> columns = [];
        var depth = 0;
        var starts = true;
        while (!words.IsAtEnd)
        {
            if (starts && depth == 0 && words.Take("DROP") && DroppedColumn(ref words) is { } column)
            {
                columns.Add($"{table}.{column}");
            }

            starts = depth == 0 && !words.IsAtEnd && words.Text is ",";
            depth += words.Kind switch
            {
                SqlTokenKind.OpenParenthesis => 1,
                SqlTokenKind.CloseParenthesis => -1,
                _ => 0,
            };
            if (!words.IsAtEnd)
            {
                words.Next();
            }
        }

        return columns.Count == 0 ? null : $"drops column {string.Join(", ", columns)}";
    }

    // DROP CONSTRAINT c drops no data; a column named "constraint" has to be quoted or follow COLUMN.
    private static string? DroppedColumn(ref SqlWords words)
    {
        var explicitly = words.Take("COLUMN");
        if (!explicitly && words.Is("CONSTRAINT"))
        {
            return null;
        }

        TakeIfExists(ref words);
        return Name(ref words);
    }

    private static string? Delete(ref SqlWords words)
    {
        words.Take("FROM");
        words.Take("ONLY");
        var table = Name(ref words);
        return Contains(ref words, "WHERE") ? null : $"empties table {table}";
    }

    private static void TakeIfExists(ref SqlWords words)
    {
        if (words.Take("IF"))
        {
            words.Take("EXISTS");
        }
    }

    private static string Names(ref SqlWords words)
    {
        if (words.Take("BY"))
        {
            return "by " + Name(ref words);
        }

        TakeIfExists(ref words);
        List<string> names = [Name(ref words)];
        while (words.TakeSymbol(','))
        {
            names.Add(Name(ref words));
        }

        return string.Join(", ", names);
    }

    private static string Name(ref SqlWords words)
    {
        var name = "";
        while (words.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
        {
            name += words.Next().ToString();
            if (!words.TakeSymbol('.'))
            {
                break;
            }

            name += ".";
        }

        return name;
    }

    private static bool Contains(ref SqlWords words, string keyword)
    {
        while (!words.IsAtEnd)
        {
            if (words.Take(keyword))
            {
                return true;
            }

            words.Next();
        }

        return false;
    }
}
