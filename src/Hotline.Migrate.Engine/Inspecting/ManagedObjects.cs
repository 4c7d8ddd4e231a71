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
/// A trigger, a rule, statistics, a sequence and privileges follow their table. A type or routine follows its schema, which is the project's when
/// one of its tables is; a sequence that a table of others draws its defaults from follows that table. What is in no schema is everybody's where
/// the configuration confines the project to a part of the database.
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
        var schemas = SchemasOf(schema.Tables);
        return new DatabaseState(
            schema,
            [.. state.Unmodelled.Where(o => o.IsRelation ? Manages(o.Name) : ManagesSchema(o.Name.Schema, schemas))]);
    }

    /// <summary>The part of <paramref name="schema"/> that is the project's.</summary>
    public DatabaseSchema Of(DatabaseSchema schema)
    {
        var otherTools = HistoryTables.Names(schema);
        bool IsOwn(QualifiedName relation) => Manages(relation) && !otherTools.Contains(relation);

        var tables = schema.Tables.ToLookup(t => IsOwn(t.Name));
        var schemas = SchemasOf(tables[true]);
        var schemasOfTools = otherTools.Select(t => t.Schema).Except(schemas.Append(QualifiedName.DefaultSchema), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        bool IsOwnSchema(string name) => (name == QualifiedName.DefaultSchema || name != history.Schema) && !schemasOfTools.Contains(name) && ManagesSchema(name, schemas);
        bool IsOwnSequence(Sequence sequence) => ManagesObject(sequence.Name, schemas)
            && !filters.Ignore.FitsTable(sequence.Name.Schema, sequence.Name.Name)
            && (sequence.OwnedBy is not { } owner || IsOwn(owner.Table))
            && !tables[false].Any(table => Uses(table, sequence));

        var sequences = schema.Objects.OfType<Sequence>().Where(IsOwnSequence).Select(s => s.Name).ToHashSet();
        return DatabaseSchema.Of(schema.Objects
            .Where(o => o switch
            {
                Table => IsOwn(o.Name),
                SchemaNamespace => IsOwnSchema(o.Name.Name),
                Extension extension => !filters.Ignore.FitsSchema(extension.InstallSchema ?? QualifiedName.DefaultSchema),
                Sequence => sequences.Contains(o.Name),
                SqlObject { On: { } relation } => IsOwn(relation),
                SqlObject { Kind: SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable } => IsOwn(o.Name),
                SqlObject { Kind: SchemaKinds.Statistics } statistics => TableOf(statistics, schema) is { } table
                    ? IsOwn(table)
                    : ManagesObject(o.Name, schemas),
                SqlObject { Arguments: not null } routine => ManagesObject(o.Name with { Name = routine.OwnName }, schemas),
                SqlObject => SchemaKinds.IsDatabaseWide(o.Kind) ? ManagesDatabase(o.Name.Name) : ManagesObject(o.Name, schemas),
                Privileges { TargetKind: "TABLE" } privileges => IsOwn(privileges.Target),
                Privileges { TargetKind: "SEQUENCE" } privileges => sequences.Contains(privileges.Target),
                Privileges { TargetKind: "SCHEMA" } privileges => IsOwnSchema(privileges.Target.Name),
                Privileges { TargetKind: "FOREIGN SERVER" or "FOREIGN DATA WRAPPER" } privileges => ManagesDatabase(privileges.Target.Name),
                Privileges privileges => ManagesObject(privileges.Target, schemas),
                DefaultPrivileges { InSchema: { } space } => IsOwnSchema(space),
                DefaultPrivileges => filters.Manage.IsEmpty,
                _ => ManagesObject(o.Name, schemas),
            })
            .Select(o => RoleGrants.Only(o, filters.ManagesRole))
            .OfType<SchemaObject>());
    }

    private static HashSet<string> SchemasOf(IEnumerable<Table> tables) => tables.Select(t => t.Name.Schema).ToHashSet(StringComparer.Ordinal);

    // PostgreSQL ends the statement with the table.
    private static QualifiedName? TableOf(SqlObject statistics, DatabaseSchema schema) => schema.Objects
        .Where(o => o is Table or SqlObject { Kind: SchemaKinds.MaterializedView or SchemaKinds.ForeignTable })
        .Select(o => o.Name)
        .FirstOrDefault(name => statistics.Definition.EndsWith(" FROM " + SqlIdentifier.Quote(name), StringComparison.Ordinal));

    private bool Manages(QualifiedName table) => !own.Contains(table) && filters.ManagesTable(table.Schema, table.Name);

    private bool ManagesSchema(string schema, HashSet<string> withTables) => !filters.Ignore.FitsSchema(schema)
        && (filters.Manage.IsEmpty || filters.Manage.FitsSchema(schema) || withTables.Contains(schema));

    private bool ManagesObject(QualifiedName name, HashSet<string> withTables) => !filters.Ignore.FitsObject(name.Schema, name.Name)
        && (ManagesSchema(name.Schema, withTables) || filters.Manage.FitsObject(name.Schema, name.Name));

    private bool ManagesDatabase(string name) => !filters.Ignore.FitsObject(QualifiedName.DefaultSchema, name)
        && (filters.Manage.IsEmpty || filters.Manage.FitsObject(QualifiedName.DefaultSchema, name));

    private static bool Uses(Table table, Sequence sequence)
    {
        var text = $"nextval('{SqlIdentifier.Quote(sequence.Name).Replace("'", "''", StringComparison.Ordinal)}'::regclass)";
        return table.Columns.Any(c => c.Default?.Contains(text, StringComparison.Ordinal) == true);
    }
}
