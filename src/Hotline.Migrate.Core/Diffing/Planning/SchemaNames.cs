using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What the names of one schema stand for.</summary>
internal sealed class SchemaNames
{
    private readonly ILookup<string, Meaning> meanings;
    private readonly Dictionary<QualifiedName, Table> tables;
    private readonly HashSet<string> namespaces;

    public SchemaNames(DatabaseSchema schema)
    {
        meanings = schema.Objects.SelectMany(Meanings).ToLookup(m => m.Name.Name, StringComparer.Ordinal);
        tables = schema.Tables.ToDictionary(t => t.Name);
        namespaces = NamespacePlanner.Names(schema);
    }

    /// <summary>What a name stands for, looked up as PostgreSQL does with the schemas <c>public</c> and <paramref name="own"/> in its path.</summary>
    public IEnumerable<Meaning> Find(string? schema, string name, string own) => schema is null
        ? meanings[name].Where(m => m.IsDatabaseWide || m.Name.Schema == QualifiedName.DefaultSchema || m.Name.Schema == own)
        : meanings[name].Where(m => m.Name.Schema == schema);

    /// <summary>The table of that name, or <c>null</c>.</summary>
    public Table? Table(QualifiedName name) => tables.GetValueOrDefault(name);

    /// <summary>The table of that name, and those that it has columns from.</summary>
    public IEnumerable<Table> WithAbove(QualifiedName name) => Table(name) is { } table ? [table, .. Inheritance.Above(Table, table)] : [];

    /// <summary>Whether there is a schema of that name besides the default one.</summary>
    public bool IsNamespace(string name) => namespaces.Contains(name);

    private static IEnumerable<Meaning> Meanings(SchemaObject schemaObject)
    {
        var name = schemaObject.Name;
        switch (schemaObject)
        {
            case Schema.Table or Sequence:
                yield return new Meaning(name, MeaningKind.Relation, SchemaKey.Relation(name));
                break;
            case EnumType or Domain or CompositeType:
                yield return new Meaning(name, MeaningKind.Type, SchemaKey.Type(name));
                break;
            case SqlObject { Kind: SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable }:
                yield return new Meaning(name, MeaningKind.Relation, SchemaKey.Relation(name));
                break;
            case SqlObject { Kind: SchemaKinds.Range }:
                foreach (var range in RangeNames(name))
                {
                    yield return new Meaning(range, MeaningKind.Type, SchemaKey.Type(name));
                    yield return new Meaning(range, MeaningKind.Routine, SchemaKey.Type(name));
                }

                break;
            case SqlObject { Kind: SchemaKinds.Function or SchemaKinds.Procedure or SchemaKinds.Aggregate } routine:
                yield return new Meaning(name with { Name = routine.OwnName }, MeaningKind.Routine, SchemaKey.Of(routine));
                break;
            case SqlObject { Kind: SchemaKinds.TextSearchDictionary or SchemaKinds.TextSearchConfiguration } search:
                yield return new Meaning(name, MeaningKind.TextSearch, SchemaKey.Of(search));
                break;
            case SqlObject { Kind: SchemaKinds.Collation or SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer } other:
                yield return new Meaning(name, MeaningKind.Other, SchemaKey.Of(other)) { IsDatabaseWide = SchemaKinds.IsDatabaseWide(other.Kind) };
                break;
        }
    }

    // The multirange type that comes along has a name of its own.
    private static IEnumerable<QualifiedName> RangeNames(QualifiedName name) =>
    [
        name,
        name with
        {
            Name = name.Name.Contains("range", StringComparison.Ordinal)
                ? name.Name.Replace("range", "multirange", StringComparison.Ordinal)
                : name.Name + "_multirange",
        },
    ];
}
