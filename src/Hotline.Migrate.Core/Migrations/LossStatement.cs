using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>A statement that destroys data.</summary>
/// <param name="Code">The safety rule that is about it.</param>
/// <param name="Text">What is lost, in a few words.</param>
/// <param name="Tables">The tables that lose it; empty where the statement does not name them all.</param>
internal sealed record LossStatement(string Code, string Text, IReadOnlyList<string> Tables)
{
    /// <summary>The rows and columns that go; empty where the statement does not name them all.</summary>
    public IReadOnlyList<LostRows> From { get; init; } = [];

    private static readonly (string Kind, string Code)[] Dropped =
    [
        ("TABLE", DiagnosticCodes.DropTable),
        ("SCHEMA", DiagnosticCodes.DropSchema),
        ("DATABASE", DiagnosticCodes.DropDatabase),
        ("OWNED", DiagnosticCodes.Cascade),
    ];

    /// <summary>What the statement destroys, or <c>null</c>.</summary>
    public static LossStatement? Find(string sql)
    {
        var words = new SqlWords(sql);
        return words.Take("DROP") ? Drop(ref words)
            : words.Take("TRUNCATE") ? Truncate(ref words)
            : words.Take("ALTER") && words.Take("TABLE") ? AlterTable(ref words)
            : words.Take("DELETE") ? Delete(ref words)
            : null;
    }

    /// <summary>The table that the statement makes and that cannot have been there before, or <c>null</c>.</summary>
    public static string? CreatedTable(string sql)
    {
        var words = new SqlWords(sql);
        if (!words.Take("CREATE"))
        {
            return null;
        }

        words.Take("UNLOGGED");
        return words.Take("TABLE") && !words.Is("IF") ? Key(Name(ref words)) : null;
    }

    private static LossStatement? Drop(ref SqlWords words)
    {
        foreach (var (kind, code) in Dropped)
        {
            if (words.Take(kind))
            {
                var names = Names(ref words);
                var isWhole = kind == "TABLE" && !Contains(ref words, "CASCADE");
                return new(code, $"drops {kind.ToLowerInvariant()} {string.Join(", ", names)}", isWhole ? [.. names.Select(Key)] : [])
                {
                    From = isWhole ? Rows(names) : [],
                };
            }
        }

        // DROP TYPE t CASCADE drops the columns of that type, DROP EXTENSION e CASCADE those of its types.
        var what = words.Next().ToString().ToLowerInvariant();
        var name = string.Join(", ", Names(ref words));
        return what is "type" or "domain" or "extension" or "sequence" && Contains(ref words, "CASCADE")
            ? new(DiagnosticCodes.Cascade, $"drops {what} {name} and what uses it", [])
            : null;
    }

    private static LossStatement Truncate(ref SqlWords words)
    {
        words.Take("TABLE");
        words.Take("ONLY");
        var names = Names(ref words);
        var isWhole = !Contains(ref words, "CASCADE");
        return new(DiagnosticCodes.Truncate, $"empties table {string.Join(", ", names)}", isWhole ? [.. names.Select(Key)] : [])
        {
            From = isWhole ? Rows(names) : [],
        };
    }

    private static LossStatement? AlterTable(ref SqlWords words)
    {
        TakeIfExists(ref words);
        words.Take("ONLY");
        var table = Name(ref words);
        List<LostRows> columns = [];
        var depth = 0;
        var starts = true;
        while (!words.IsAtEnd)
        {
            if (starts && depth == 0 && words.Take("DROP") && DroppedColumn(ref words) is { } column)
            {
                columns.Add(new(table, column));
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

        return columns.Count == 0 ? null : new(
            DiagnosticCodes.DropColumn, $"drops column {string.Join(", ", columns.Select(c => $"{c.Table}.{c.Column}"))}", [Key(table)]) { From = columns };
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

    private static LossStatement? Delete(ref SqlWords words)
    {
        words.Take("FROM");
        words.Take("ONLY");
        var table = Name(ref words);
        return Contains(ref words, "WHERE") ? null : new(DiagnosticCodes.DeleteAll, $"empties table {table}", [Key(table)])
        {
            From = Rows([table]),
        };
    }

    private static IReadOnlyList<LostRows> Rows(IEnumerable<string> tables) => [.. tables.Select(table => new LostRows(table, null))];

    private static void TakeIfExists(ref SqlWords words)
    {
        if (words.Take("IF"))
        {
            words.Take("EXISTS");
        }
    }

    private static List<string> Names(ref SqlWords words)
    {
        if (words.Take("BY"))
        {
            return ["by " + Name(ref words)];
        }

        TakeIfExists(ref words);
        List<string> names = [Name(ref words)];
        while (words.TakeSymbol(','))
        {
            names.Add(Name(ref words));
        }

        return names;
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

    /// <summary>The name as it is compared: folded where it is not quoted.</summary>
    private static string Key(string name) => name.Contains('"', StringComparison.Ordinal) ? name : name.ToLowerInvariant();

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
