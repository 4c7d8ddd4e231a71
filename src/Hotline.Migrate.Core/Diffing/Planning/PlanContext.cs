using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>What the planners of one direction know and what they have found so far.</summary>
/// <param name="from">The schema as it is, after the renames.</param>
/// <param name="to">The schema as it becomes.</param>
/// <param name="restoring">Whether this is the way back, which must not ask for anything.</param>
/// <param name="open">What open questions are about: it must not be dropped.</param>
internal sealed class PlanContext(DatabaseSchema from, DatabaseSchema to, bool restoring, OpenQuestions open)
{
    private readonly Dictionary<string, EnumType> oldEnums = from.Objects.OfType<EnumType>().ToDictionary(e => SqlIdentifier.Quote(e.Name));
    private readonly Dictionary<string, EnumType> newEnums = to.Objects.OfType<EnumType>().ToDictionary(e => SqlIdentifier.Quote(e.Name));
    private readonly Dictionary<string, SchemaKey> types = TypeKeys(from, to);
    private TypeReplacements? replacements;

    public DatabaseSchema From { get; } = from;

    public DatabaseSchema To { get; } = to;

    public bool Restoring { get; } = restoring;

    public OpenQuestions Open { get; } = open;

    /// <summary>The tables that both schemas have.</summary>
    public IReadOnlyList<TablePair> Tables { get; } =
    [
        .. from.Tables.Join(to.Tables, t => t.Name, t => t.Name, (old, @new) => new TablePair(old, @new)),
    ];

    /// <summary>Who has columns from whom, as it is.</summary>
    public Inheritance OldInheritance { get; } = new(from.Tables);

    /// <summary>Who has columns from whom, as it becomes.</summary>
    public Inheritance NewInheritance { get; } = new(to.Tables);

    /// <summary>The SQL objects that both schemas have.</summary>
    public IReadOnlyList<SqlObjectPair> SqlObjects { get; } =
    [
        .. from.Objects.OfType<SqlObject>().Join(
            to.Objects.OfType<SqlObject>(),
            o => (o.Kind, o.Name),
            o => (o.Kind, o.Name),
            SqlObjectPair.Of),
    ];

    /// <summary>What the definitions refer to as they are.</summary>
    public UsesReader OldUses { get; } = new(from);

    /// <summary>What the definitions refer to as they become.</summary>
    public UsesReader NewUses { get; } = new(to);

    /// <summary>Operations that come before all others, in this order.</summary>
    public List<Operation> First { get; } = [];

    public List<PlannedOperation> Planned { get; } = [];

    public List<DiffFinding> Findings { get; } = [];

    /// <summary>The types that are made anew.</summary>
    public TypeReplacements Replacements => replacements ??= new TypeReplacements(this);

    public bool IsEnum(string type) => oldEnums.ContainsKey(type) || newEnums.ContainsKey(type);

    /// <summary>The labels of an enum type as it becomes.</summary>
    public EquatableArray<string>? Labels(string type) => newEnums.TryGetValue(type, out var found) ? found.Labels : null;

    /// <summary>The enum that a column's type is or is an array of.</summary>
    public QualifiedName? EnumOf(string type)
    {
        var element = TypeName.Element(type);
        return newEnums.TryGetValue(element, out var @new) ? @new.Name
            : oldEnums.TryGetValue(element, out var old) ? old.Name
            : null;
    }

    /// <summary>The user's type that a type is, or is an array of; it may be the row type of a table.</summary>
    public IEnumerable<SchemaKey> UserTypes(string type) => types.TryGetValue(TypeName.Base(type), out var key) ? [key] : [];

    /// <summary>What a definition with such a column refers to besides its table; what its type is made of too, for PostgreSQL looks for stored values before it changes that.</summary>
    /// <param name="column">The column.</param>
    /// <param name="own">The schema of its table.</param>
    /// <param name="asItIs">Whether it is the schema as it is that the column belongs to.</param>
    public IEnumerable<SchemaKey> References(Column column, string own, bool asItIs) =>
    [
        .. TypesIn(asItIs ? From : To, column.Type, depth: 0).Distinct(),
        .. Uses(asItIs).OfStrings(column.Default, own),
        .. Uses(asItIs).OfStrings(column.Generated?.Expression, own),
        asItIs ? SchemaKey.OldExtensions : SchemaKey.Extensions,
    ];

    /// <summary>What the definitions refer to, as they are or as they become.</summary>
    public UsesReader Uses(bool asItIs) => asItIs ? OldUses : NewUses;

    /// <summary>Whether a foreign key refers to a table that comes back on this way, without its rows.</summary>
    public bool RefersToRestored(TableConstraint constraint) =>
        Restoring && constraint is ForeignKey key && From.Find<Table>(key.References) is null;

    /// <summary>A value for a NOT NULL column that comes back without its own ones.</summary>
    public ColumnFill? Placeholder(Table table, Column column) => Types.Placeholder.For(
        table with { ForeignKeys = [.. table.ForeignKeys.Where(k => !RefersToRestored(k))] },
        column,
        Labels);

    public void Add(PlannedOperation operation) => Planned.Add(operation);

    public void Report(string code, string summary, string kind, QualifiedName name, string? member, params string[] nextActions) =>
        Findings.Add(new DiffFinding(
            new Diagnostic { Code = code, Summary = summary, NextActions = nextActions },
            kind,
            name,
            member));

    // No type is made of itself; a schema that says so must not end in a loop.
    private IEnumerable<SchemaKey> TypesIn(DatabaseSchema schema, string type, int depth) => depth > schema.Objects.Count ? [] :
    [
        .. UserTypes(type),
        .. UserTypes(type).Select(k => schema.Find<Domain>(k.Name)).OfType<Domain>().SelectMany(d => TypesIn(schema, d.Type, depth + 1)),
        .. UserTypes(type).Select(k => schema.Find<CompositeType>(k.Name)).OfType<CompositeType>().SelectMany(c => c.Fields).SelectMany(f => TypesIn(schema, f.Type, depth + 1)),
    ];

    private static Dictionary<string, SchemaKey> TypeKeys(params DatabaseSchema[] schemas)
    {
        var keys = new Dictionary<string, SchemaKey>(StringComparer.Ordinal);

        // A table may be called as a type of PostgreSQL itself; only the latter is meant by the bare name.
        foreach (var item in schemas.SelectMany(s => s.Objects).Where(o => o.Name.Schema != QualifiedName.DefaultSchema || !SqlTypeName.IsBuiltIn(o.Name.Name)))
        {
            if (item is EnumType or Domain or CompositeType or SqlObject { Kind: SchemaKinds.Range })
            {
                keys[SqlIdentifier.Quote(item.Name)] = SchemaKey.Type(item.Name);
            }
            else if (item is Table or SqlObject { Kind: SchemaKinds.View or SchemaKinds.MaterializedView or SchemaKinds.ForeignTable })
            {
                keys.TryAdd(SqlIdentifier.Quote(item.Name), SchemaKey.Relation(item.Name));
            }
        }

        return keys;
    }
}
