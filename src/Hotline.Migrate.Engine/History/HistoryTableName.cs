namespace Hotline.Migrate.History;

/// <summary>Where the history lives: the table of applied revisions, and beside it the log and the journal.</summary>
/// <remarks>Names are always written with their schema and in quotes, because a script may change the search path.</remarks>
public sealed record HistoryTableName(string Schema, string Name)
{
    /// <summary><c>public.hotline_migrations</c>.</summary>
    public static HistoryTableName Default { get; } = new("public", "hotline_migrations");

    /// <summary>The table of applied revisions, as SQL.</summary>
    public string Table => Qualified(Name);

    /// <summary>The append-only log, as SQL.</summary>
    public string Log => Qualified(LogName);

    /// <summary>The journal of migrations that are half done, as SQL.</summary>
    public string Journal => Qualified(JournalName);

    /// <summary>The name of the log, unquoted and without its schema.</summary>
    public string LogName => Name + "_log";

    /// <summary>The name of the journal, unquoted and without its schema.</summary>
    public string JournalName => Name + "_journal";

    /// <summary>The schema, as SQL.</summary>
    public string QuotedSchema => Quoted(Schema);

    /// <summary><c>schema.name</c>, for messages.</summary>
    public override string ToString() => $"{Schema}.{Name}";

    private string Qualified(string name) => $"{QuotedSchema}.{Quoted(name)}";

    private static string Quoted(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
