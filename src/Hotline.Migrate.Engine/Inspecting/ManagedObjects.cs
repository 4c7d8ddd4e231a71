using Hotline.Migrate.Configuration;
using Hotline.Migrate.History;
using Hotline.Migrate.Importing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>
/// What of a database is the project's business: neither the history, nor that of another migration tool, nor what the configuration leaves
/// to others.
/// </summary>
/// <remarks>
/// Filters name tables and schemas. A type or sequence follows its schema, which is the project's when one of its tables is; a
/// sequence that a table of others draws its defaults from follows that table.
/// </remarks>
internal sealed class ManagedObjects(ObjectFilters filters, HistoryTableName history)
{
    private readonly HashSet<QualifiedName> own =
    [
        new(history.Schema, history.Name),
        new(history.Schema, history.LogName),
        new(history.Schema, history.JournalName),
    ];

    /// <summary>The part of <paramref name="state"/> that is the project's.</summary>
    public DatabaseState Of(DatabaseState state)
    {
        var schema = Of(state.Schema);
        var schemas = schema.Tables.Select(t => t.Name.Schema).ToHashSet(StringComparer.Ordinal);
        return new DatabaseState(
            schema,
            [.. state.Others.Where(o => o.IsRelation ? Manages(o.Name) : ManagesSchema(o.Name.Schema, schemas))]);
    }

    /// <summary>The part of <paramref name="schema"/> that is the project's.</summary>
    public DatabaseSchema Of(DatabaseSchema schema)
    {
        var otherTools = HistoryTables.Names(schema);
        var tables = schema.Tables.ToLookup(t => Manages(t.Name) && !otherTools.Contains(t.Name));
        var schemas = tables[true].Select(t => t.Name.Schema).ToHashSet(StringComparer.Ordinal);
        var schemasOfTools = otherTools.Select(t => t.Schema).Except(schemas, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return DatabaseSchema.Of(schema.Objects.Where(o => o switch
        {
            Table table => Manages(table.Name) && !otherTools.Contains(table.Name),
            SchemaNamespace space => space.Name.Name != history.Schema && !schemasOfTools.Contains(space.Name.Name) && ManagesSchema(space.Name.Name, schemas),
            Extension extension => !filters.Ignore.FitsSchema(extension.InstallSchema ?? QualifiedName.DefaultSchema),
            Sequence sequence => ManagesSchema(sequence.Name.Schema, schemas)
                && !filters.Ignore.FitsTable(sequence.Name.Schema, sequence.Name.Name)
                && !tables[false].Any(table => Uses(table, sequence)),
            _ => ManagesSchema(o.Name.Schema, schemas),
        }));
    }

    private bool Manages(QualifiedName table) => !own.Contains(table) && filters.ManagesTable(table.Schema, table.Name);

    private bool ManagesSchema(string schema, HashSet<string> withTables) => !filters.Ignore.FitsSchema(schema)
        && (filters.Manage.IsEmpty || filters.Manage.FitsSchema(schema) || withTables.Contains(schema));

    private static bool Uses(Table table, Sequence sequence)
    {
        var text = $"nextval('{SqlIdentifier.Quote(sequence.Name).Replace("'", "''", StringComparison.Ordinal)}'::regclass)";
        return table.Columns.Any(c => c.Default?.Contains(text, StringComparison.Ordinal) == true);
    }
}
