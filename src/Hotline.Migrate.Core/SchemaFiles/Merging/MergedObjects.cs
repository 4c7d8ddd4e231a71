using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>The objects while they are put together.</summary>
internal sealed class MergedObjects
{
    private readonly Func<SchemaObject, string> source;
    private readonly Dictionary<(string Kind, QualifiedName Name), SchemaObject> objects;
    private readonly Dictionary<(string Space, QualifiedName Name), SchemaObject> names = [];

    /// <summary>Starts with what the model classes describe.</summary>
    public MergedObjects(DatabaseSchema classes, Func<SchemaObject, string> source)
    {
        this.source = source;
        objects = classes.Objects.ToDictionary(o => (o.Kind, o.Name));
        foreach (var schemaObject in classes.Objects)
        {
            foreach (var space in Spaces(schemaObject.Kind))
            {
                names.TryAdd((space, schemaObject.Name), schemaObject);
            }
        }
    }

    /// <summary>Where the objects of files are described.</summary>
    public Dictionary<(string Kind, QualifiedName Name), SourceLocation> Places { get; } = [];

    /// <summary>What there is to say.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The objects at hand.</summary>
    public IEnumerable<SchemaObject> All => objects.Values;

    /// <summary>Takes an object of a file.</summary>
    public void Create(SchemaObject created, SourceLocation where)
    {
        var key = (created.Kind, created.Name);
        if (objects.GetValueOrDefault(key) is { } there && (IsBare(created) || IsBare(there)))
        {
            objects[key] = IsBare(there) ? created with { Comment = created.Comment ?? there.Comment } : there;
            Places.TryAdd(key, where);
            return;
        }

        foreach (var space in Spaces(created.Kind))
        {
            if (names.TryGetValue((space, created.Name), out var other))
            {
                Twice(created, other, where);
                return;
            }
        }

        foreach (var space in Spaces(created.Kind))
        {
            names[(space, created.Name)] = created;
        }

        objects[key] = created;
        Places[key] = where;
    }

    /// <summary>Takes a condition of a domain that stands in a statement of its own.</summary>
    public void Add(AddedDomainCheck added)
    {
        if (Find(SchemaKinds.Domain, added.Domain) is not Domain domain)
        {
            Missing($"domain {added.Domain}", added.Where);
            return;
        }

        if (domain.Checks.Any(c => c.Name == added.Check.Name))
        {
            Twice($"constraint {added.Check.Name} on {added.Domain}", SourceOf(domain), added.Where);
            return;
        }

        Set(domain with { Checks = domain.Checks.Append(added.Check).OrderBy(c => c.Name, StringComparer.Ordinal).ToEquatableArray() });
    }

    /// <summary>Puts an object in place of the one of its kind and name, or adds it.</summary>
    public void Set(SchemaObject schemaObject) => objects[(schemaObject.Kind, schemaObject.Name)] = schemaObject;

    /// <summary>The object of that kind and name, or <c>null</c>.</summary>
    public SchemaObject? Find(string kind, QualifiedName name) => objects.GetValueOrDefault((kind, name));

    /// <summary>The table, view or foreign table of that name, or <c>null</c>.</summary>
    public SchemaObject? FindRelation(QualifiedName name) =>
        Find(SchemaKinds.Table, name) ?? Find(SchemaKinds.View, name) ?? Find(SchemaKinds.MaterializedView, name) ?? Find(SchemaKinds.ForeignTable, name);

    /// <summary>The object that a statement names, or <c>null</c>; a routine without arguments only if it is the only one of its name.</summary>
    public SchemaObject? Find(ObjectReference reference)
    {
        var kinds = ReferenceKinds.Of(reference.Word);
        if (reference.On is { } relation)
        {
            var name = SqlObject.OnRelation(SchemaKinds.Trigger, relation, reference.Name.Name, "").Name;
            return kinds.Select(k => Find(k, name)).FirstOrDefault(o => o is not null);
        }

        if (!ReferenceKinds.IsRoutine(reference.Word))
        {
            return kinds.Select(k => Find(k, reference.Name)).FirstOrDefault(o => o is not null);
        }

        var routines = objects.Values.OfType<SqlObject>()
            .Where(o => kinds.Contains(o.Kind) && o.Name.Schema == reference.Name.Schema && o.OwnName == reference.Name.Name
                && (reference.Arguments is null || (o.Arguments is "*" ? "" : o.Arguments) == (reference.Arguments is "*" ? "" : reference.Arguments)))
            .Take(2)
            .ToArray();
        return routines.Length == 1 ? routines[0] : null;
    }

    /// <summary>Says that something is about an object that nobody describes.</summary>
    public void Missing(string what, SourceLocation where) => Diagnostics.Add(new Diagnostic
    {
        Code = DiagnosticCodes.SchemaFileTargetMissing,
        Summary = $"Neither a model class nor a schema file describes the {what}.",
        Where = where,
        NextActions = ["Check the name and its schema, and for a routine the types of its arguments."],
    });

    /// <summary>Says that something is about an object that nobody describes, but that may be there all the same.</summary>
    public void Unmanaged(string what, SourceLocation where) => Diagnostics.Add(new Diagnostic
    {
        Code = DiagnosticCodes.SchemaFileTargetUnmanaged,
        Severity = DiagnosticSeverity.Warning,
        Summary = $"Neither a model class nor a schema file describes the {what}: it has to be there when the migration runs.",
        Where = where,
        NextActions = ["Check the name and its schema; describe it, or make it in an earlier migration."],
    });

    /// <summary>Says that something is described twice.</summary>
    public void Twice(string what, string first, SourceLocation where) => Diagnostics.Add(new Diagnostic
    {
        Code = DiagnosticCodes.SchemaFileObjectTwice,
        Summary = $"The {what} is described twice: by {first} and by {where}.",
        Where = where,
        NextActions = ["Remove one of the two, or give one another name."],
    });

    /// <summary>Where an object comes from, for messages.</summary>
    public string SourceOf(SchemaObject schemaObject) =>
        Places.TryGetValue((schemaObject.Kind, schemaObject.Name), out var place) ? place.ToString() : source(schemaObject);

    /// <summary>Warns of triggers and rules on relations that nobody describes.</summary>
    public void CheckRelations()
    {
        foreach (var part in objects.Values.OfType<SqlObject>().Where(o => o.On is { } on && FindRelation(on) is null).OrderBy(o => o.Name).ToArray())
        {
            if (Places.TryGetValue((part.Kind, part.Name), out var where))
            {
                Unmanaged($"table or view {part.On} of the {part.Kind} {part.OwnName}", where);
            }
        }
    }

    /// <summary>Everything, with the schemas that objects of files are in.</summary>
    public DatabaseSchema Schema()
    {
        var schemas = Places.Keys
            .Where(k => !SchemaKinds.IsDatabaseWide(k.Kind) && !IsOnUnmanaged(k.Kind, k.Name))
            .Select(k => k.Name.Schema)
            .Concat(objects.Values.OfType<Extension>().Select(e => e.InstallSchema).OfType<string>())
            .Where(s => s is not (QualifiedName.DefaultSchema or "pg_catalog"))
            .ToArray();
        foreach (var schema in schemas)
        {
            var created = new SchemaNamespace { Name = new QualifiedName(schema, schema) };
            objects.TryAdd((created.Kind, created.Name), created);
        }

        return DatabaseSchema.Of(objects.Values);
    }

    private bool IsOnUnmanaged(string kind, QualifiedName name) =>
        kind == SchemaKinds.Privileges || (Find(kind, name) is SqlObject { On: { } relation } && FindRelation(relation) is null);

    private void Twice(SchemaObject created, SchemaObject other, SourceLocation where) => Twice(
        created.Kind == other.Kind ? $"{Word(created)} {created.Name}" : $"name {created.Name}, as {Word(other)} and as {Word(created)},",
        SourceOf(other),
        where);

    private static string Word(SchemaObject schemaObject) => schemaObject.Kind.Replace('_', ' ');

    // What a column's type or a name needs gives way to what is said of it.
    private static bool IsBare(SchemaObject schemaObject) => schemaObject is Extension { InstallSchema: null, Version: null } or SchemaNamespace;

    /// <summary>The spaces in which PostgreSQL lets a name be there once.</summary>
    private static IEnumerable<string> Spaces(string kind) => kind switch
    {
        SchemaKinds.Table or SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable => ["relation", "type"],
        SchemaKinds.Composite => ["relation", "type"],
        SchemaKinds.Sequence => ["relation"],
        SchemaKinds.Enum or SchemaKinds.Domain or SchemaKinds.Range => ["type"],
        SchemaKinds.Function or SchemaKinds.Procedure or SchemaKinds.Aggregate => ["routine"],
        _ => [kind],
    };
}
