using Hotline.Migrate.Operations;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Scaffolding.Naming;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Scaffolding.Sql;

/// <summary>Writes the objects that are no classes as SQL files: one for each object, for all overloads of a routine, and for all triggers or rules of a table.</summary>
internal static class SqlFiles
{
    /// <summary>The files.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="folder">The folder that they go to.</param>
    /// <param name="classes">Whether there is a class for an object.</param>
    public static IEnumerable<ScaffoldFile> Of(DatabaseSchema schema, string folder, Func<SchemaObject, bool> classes)
    {
        var free = new Dictionary<string, UniqueNames>(StringComparer.Ordinal);
        var groups = schema.Objects
            .Where(o => !classes(o) && Folder(o.Kind) is not null)
            .Select(o => (Folder: Folder(o.Kind)!, Name: Subject(o), Statements: Statements(o)))
            .Concat(schema.Tables.Where(t => classes(t)).Select(t => (Folder: "comments", t.Name, Statements: IndexComments(t))).Where(t => t.Statements.Any()))
            .GroupBy(o => (o.Folder, o.Name))
            .OrderBy(g => g.Key.Folder, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Name);
        foreach (var group in groups)
        {
            if (!free.TryGetValue(group.Key.Folder, out var names))
            {
                names = free[group.Key.Folder] = new UniqueNames([]);
            }

            var statements = group.SelectMany(o => o.Statements).Select(s => s + ";\n");
            yield return new ScaffoldFile(
                $"{folder.TrimEnd('/')}/{group.Key.Folder}/{names.Take(FileName(group.Key.Name))}.sql",
                string.Join('\n', statements));
        }
    }

    private static string? Folder(string kind) => kind switch
    {
        SchemaKinds.View => "views",
        SchemaKinds.MaterializedView => "materialized_views",
        SchemaKinds.Function => "functions",
        SchemaKinds.Procedure => "procedures",
        SchemaKinds.Aggregate => "aggregates",
        SchemaKinds.Trigger => "triggers",
        SchemaKinds.Rule => "rules",
        SchemaKinds.EventTrigger => "event_triggers",
        SchemaKinds.Publication => "publications",
        SchemaKinds.Statistics => "statistics",
        SchemaKinds.Collation => "collations",
        SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration => "text_search",
        SchemaKinds.Range => "types",
        SchemaKinds.Composite => "types",
        SchemaKinds.Enum => "types",
        SchemaKinds.Domain => "domains",
        SchemaKinds.ForeignDataWrapper => "foreign_data_wrappers",
        SchemaKinds.ForeignServer => "foreign_servers",
        SchemaKinds.ForeignTable => "foreign_tables",
        SchemaKinds.Privileges => "privileges",
        SchemaKinds.DefaultPrivileges => "privileges",
        _ => null,
    };

    private static QualifiedName Subject(SchemaObject schemaObject) => schemaObject switch
    {
        SqlObject { On: { } relation } => relation,
        SqlObject { Arguments: not null } routine => routine.Name with { Name = routine.OwnName },
        Privileges privileges => privileges.TargetKind == "SCHEMA" ? QualifiedName.Of("schema_" + privileges.Target.Name) : privileges.Target,
        DefaultPrivileges => QualifiedName.Of("default_privileges"),
        _ => schemaObject.Name,
    };

    private static IEnumerable<string> Statements(SchemaObject schemaObject) => schemaObject switch
    {
        SqlObject sql => SqlObjectText.Of(sql),
        Domain domain => Texts(new CreateDomain(domain)),
        CompositeType type => Texts(new CreateCompositeType(type)),
        EnumType type => Texts(new CreateEnumType(type)),
        Privileges privileges => PrivilegeText.Of(privileges),
        DefaultPrivileges privileges => PrivilegeText.Of(privileges),
        _ => [],
    };

    // What no attribute says: PostgreSQL has a comment of its own on the index behind a key.
    private static IEnumerable<string> IndexComments(Table table) => table.Constraints
        .Where(c => c.IndexComment is not null)
        .Select(c => CommentSql.Set(CommentTarget.IndexOf(table.Name, c), c.IndexComment));

    private static IEnumerable<string> Texts(Operation operation) => SqlRenderer.Render(operation).Select(s => s.Sql);

    // Letters and digits of every script can be in a file's name; what some system forbids cannot.
    private static string FileName(QualifiedName name)
    {
        var text = string.Concat(name.ToString().Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_')).Trim('.');
        return text.Length == 0 ? "object" : text;
    }
}
