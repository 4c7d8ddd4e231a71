using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Something that one operation makes or removes and another one needs or lets go.</summary>
internal readonly record struct SchemaKey(string Kind, QualifiedName Name, string? Member = null)
{
    private const string Routine = "routine";

    /// <summary>All extensions: nobody knows which of their types and functions an expression uses.</summary>
    public static SchemaKey Extensions { get; } = new("extensions", QualifiedName.Of(""));

    /// <summary>The extensions that go.</summary>
    public static SchemaKey OldExtensions { get; } = new("old extensions", QualifiedName.Of(""));

    /// <summary>Whether it stands for a function, procedure or aggregate.</summary>
    public bool IsRoutine => Kind == Routine;

    public static SchemaKey Schema(string name) => new("schema", new QualifiedName(name, ""));

    public static SchemaKey Type(QualifiedName name) => new("type", name);

    /// <summary>Tables, indexes and sequences share their names.</summary>
    public static SchemaKey Relation(QualifiedName name) => new("relation", name);

    public static SchemaKey Column(QualifiedName table, string column) => new("column", table, column);

    public static SchemaKey Constraint(QualifiedName table, string constraint) => new("constraint", table, constraint);

    public static SchemaKey Policy(QualifiedName table, string policy) => new("policy", table, policy);

    /// <summary>A set of columns that is unique, which a foreign key may refer to.</summary>
    public static SchemaKey Unique(QualifiedName table, IEnumerable<string> columns) =>
        new("unique", table, string.Join('\0', columns.Order(StringComparer.Ordinal)));

    /// <summary>Functions, procedures and aggregates share their names; views and tables too.</summary>
    public static SchemaKey Of(SqlObject sqlObject) => sqlObject.Kind switch
    {
        SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable => Relation(sqlObject.Name),
        SchemaKinds.Aggregate when sqlObject.Arguments == "*" => new(Routine, sqlObject.Name with { Name = sqlObject.OwnName + "()" }),
        SchemaKinds.Function or SchemaKinds.Procedure or SchemaKinds.Aggregate => new(Routine, sqlObject.Name),
        SchemaKinds.Range => Type(sqlObject.Name),
        _ => new(sqlObject.Kind, sqlObject.Name),
    };

    /// <summary>That the routines of a name are gone which go: a call might mean them as well as those that come.</summary>
    public static SchemaKey OldOverloads(SqlObject routine) => new("old overloads", routine.Name with { Name = routine.OwnName });

    /// <summary>Everything that comes and goes with the object.</summary>
    public static IEnumerable<SchemaKey> MadeBy(SqlObject sqlObject) =>
        sqlObject.Indexes.Select(i => Relation(sqlObject.Name with { Name = i.Name })).Prepend(Of(sqlObject));
}
