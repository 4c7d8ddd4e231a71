using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>The tables whose rows sections change on purpose.</summary>
public sealed class TouchedRows
{
    private readonly HashSet<string> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool all;

    /// <summary>Looks at the statements of <paramref name="sections"/>.</summary>
    public TouchedRows(params IEnumerable<MigrationSection> sections)
    {
        foreach (var command in sections.SelectMany(s => s.Steps).SelectMany(s => s.Commands))
        {
            all |= command is CodeCommand || (SqlOf(command) is { } sql && !TryAdd(sql));
        }
    }

    /// <summary>Whether rows of a table of that name, whatever its schema, may be others on purpose.</summary>
    public bool Contains(string table) => all || tables.Contains(table);

    private static string? SqlOf(MigrationCommand command) => command switch
    {
        SqlCommand sql => sql.Sql,
        BatchCommand batch => batch.Sql,
        CopyCommand copy => copy.Sql,
        _ => null,
    };

    /// <summary>Adds the table that a statement writes to; <c>false</c> where it may write to any.</summary>
    private bool TryAdd(string sql)
    {
        var words = new SqlWords(sql);
        if (words.Is("DO") || words.Is("CALL") || words.Is("WITH"))
        {
            return false;
        }

        if (words.Is("SELECT"))
        {
            return sql.Contains("setval(", StringComparison.OrdinalIgnoreCase) || sql.Contains("set_config(", StringComparison.OrdinalIgnoreCase);
        }

        if (!(words.Take("INSERT") || words.Take("UPDATE") || words.Take("DELETE") || words.Take("MERGE") || words.Take("TRUNCATE") || words.Take("COPY")))
        {
            return true;
        }

        _ = words.Take("INTO") || words.Take("FROM") || words.Take("TABLE");
        words.Take("ONLY");
        do
        {
            if (words.Name() is not { } name)
            {
                return false;
            }

            tables.Add(name[(name.LastIndexOf('.') + 1)..].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
        }
        while (words.TakeSymbol(','));

        return true;
    }
}
